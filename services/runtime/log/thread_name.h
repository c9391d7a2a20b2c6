// What the operating system shows of a thread, as in `top -H` and in profiles.
#pragma once

#include <pthread.h>

#include <string>
#include <thread>

namespace hoicho::runtime {

/// The kernel keeps 15 bytes of it.
inline void name_thread(std::thread::native_handle_type thread, std::string name) {
    constexpr std::size_t name_bytes_max = 15;
    if (name.size() > name_bytes_max) name.resize(name_bytes_max);
    pthread_setname_np(thread, name.c_str());
}

}  // namespace hoicho::runtime
