# How every file of the project is compiled: warnings are errors, assertions of the library stay on, sanitizers by choice.
set(HOICHO_SANITIZE "" CACHE STRING "Sanitizers for every target, e.g. address,undefined or thread")
option(HOICHO_BENCH "Build the programs of tests/bench" OFF)

add_library(hoicho_warnings INTERFACE)
target_compile_options(hoicho_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
    -Wnon-virtual-dtor -Woverloaded-virtual -Wswitch -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 warns about lines of Boost and libstdc++ that it inlined into ours.
  target_compile_options(hoicho_warnings INTERFACE -Wno-maybe-uninitialized -Wno-restrict -Wno-array-bounds
      -Wno-stringop-overflow -Wno-stringop-overread -Wno-dangling-pointer)
endif()

add_compile_definitions(_GLIBCXX_ASSERTIONS)
add_compile_options(-fstack-protector-strong -ftrivial-auto-var-init=zero)
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  set(CMAKE_CXX_FLAGS_RELEASE "-O2 -g1")  # assertions of ours stay on: they are not tied to NDEBUG
  set(CMAKE_C_FLAGS_RELEASE "-O2 -g1")
  add_compile_options(-fstack-clash-protection -fcf-protection)
  add_compile_definitions(_FORTIFY_SOURCE=2)
elseif(HOICHO_SANITIZE)
  set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1")
endif()
add_link_options(-Wl,-z,relro,-z,now)

if(HOICHO_SANITIZE)
  add_compile_options(-fsanitize=${HOICHO_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${HOICHO_SANITIZE})
  add_compile_definitions(HOICHO_SANITIZED)
endif()
find_program(HOICHO_MOLD mold)
if(HOICHO_MOLD)
  add_link_options(-fuse-ld=mold)
endif()
if(BUILD_TESTING)
  add_compile_definitions(HOICHO_FAILPOINTS)  # crash points of docs/protocol.md exist in test builds only
endif()
