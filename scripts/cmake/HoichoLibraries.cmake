# Third-party libraries by the short names that rooms use in USES.
find_package(Boost 1.81 REQUIRED)
find_package(Protobuf REQUIRED)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
if(BUILD_TESTING)
  find_package(GTest REQUIRED)
endif()

# hoicho_pkg(<short name> <pkg-config module>...): an imported target, or a stop that names the missing package.
function(hoicho_pkg name)
  pkg_check_modules(HOICHO_PKG_${name} REQUIRED IMPORTED_TARGET GLOBAL ${ARGN})
  set(HOICHO_LIB_${name} PkgConfig::HOICHO_PKG_${name} PARENT_SCOPE)
endfunction()
hoicho_pkg(rocksdb rocksdb)
hoicho_pkg(rdkafka rdkafka)
hoicho_pkg(sodium libsodium)
hoicho_pkg(openssl libcrypto)
hoicho_pkg(xxhash libxxhash)
hoicho_pkg(icu icu-uc icu-i18n)
hoicho_pkg(tomlplusplus tomlplusplus)
hoicho_pkg(lemon lemon)
if(NOT HOICHO_SANITIZE)  # a sanitizer brings an allocator of its own
  hoicho_pkg(allocator jemalloc)
endif()

# CaDiCaL comes without pkg-config.
find_path(HOICHO_CADICAL_INCLUDE cadical.hpp REQUIRED)
find_library(HOICHO_CADICAL_LIBRARY cadical REQUIRED)
add_library(hoicho_cadical INTERFACE)
target_include_directories(hoicho_cadical SYSTEM INTERFACE ${HOICHO_CADICAL_INCLUDE})
target_link_libraries(hoicho_cadical INTERFACE ${HOICHO_CADICAL_LIBRARY})
set(HOICHO_LIB_cadical hoicho_cadical)

find_package(spdlog REQUIRED)
find_package(CLI11 REQUIRED)
find_package(prometheus-cpp REQUIRED)

set(HOICHO_LIB_boost Boost::headers)      # header-only parts: system, unordered, pfr, json is a room of its own
set(HOICHO_LIB_protobuf protobuf::libprotobuf)
set(HOICHO_LIB_threads Threads::Threads)
set(HOICHO_LIB_spdlog spdlog::spdlog)
set(HOICHO_LIB_cli11 CLI11::CLI11)
set(HOICHO_LIB_prometheus prometheus-cpp::core)
set(HOICHO_LIB_date date-tz)

# Asio and Beast are compiled once (separate compilation), everybody else sees declarations only.
add_library(hoicho_asio STATIC ${PROJECT_SOURCE_DIR}/scripts/cmake/asio_impl.cc)
target_link_libraries(hoicho_asio PUBLIC Boost::headers Threads::Threads)
target_compile_definitions(hoicho_asio PUBLIC BOOST_ASIO_SEPARATE_COMPILATION BOOST_ASIO_NO_DEPRECATED)
add_library(hoicho_beast STATIC ${PROJECT_SOURCE_DIR}/scripts/cmake/beast_impl.cc)
target_link_libraries(hoicho_beast PUBLIC hoicho_asio)
target_compile_definitions(hoicho_beast PUBLIC BOOST_BEAST_SEPARATE_COMPILATION)
add_library(hoicho_json STATIC ${PROJECT_SOURCE_DIR}/scripts/cmake/json_impl.cc)
target_link_libraries(hoicho_json PUBLIC Boost::headers)
target_compile_definitions(hoicho_json PUBLIC BOOST_JSON_NO_LIB BOOST_CONTAINER_NO_LIB)
set(HOICHO_LIB_asio hoicho_asio)
set(HOICHO_LIB_beast hoicho_beast)
set(HOICHO_LIB_json hoicho_json)
