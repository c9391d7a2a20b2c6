// Beast, compiled once for every room that includes it.
#include <boost/beast/src.hpp>
