// Boost.JSON, compiled once for every room that includes it.
#include <boost/json/src.hpp>
