// Asio, compiled once for every room that includes it.
#include <boost/asio/impl/src.hpp>
