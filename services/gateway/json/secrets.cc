// Key file and key derivation by libsodium; see secrets.h.
#include "gateway/json/secrets.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

namespace hoicho::gateway {
namespace {

constexpr char kdf_context[] = "hoichogw";
static_assert(sizeof kdf_context - 1 == crypto_kdf_CONTEXTBYTES);

Result<Key> create(const std::filesystem::path& file) {
    Key key;
    randombytes_buf(key.data(), key.size());
    const int fd = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0) return Failure{{errno, boost::system::generic_category()}, "cannot create key file " + file.string()};
    const bool written = ::write(fd, key.data(), key.size()) == static_cast<ssize_t>(key.size()) && ::fsync(fd) == 0;
    const int error = errno;
    ::close(fd);
    if (!written) return Failure{{error, boost::system::generic_category()}, "cannot write key file " + file.string()};
    return key;
}

}  // namespace

Result<Secrets> Secrets::open(const std::filesystem::path& file) {
    if (sodium_init() < 0) return failure(boost::system::errc::io_error, "libsodium does not start");
    struct stat about {};
    if (::stat(file.c_str(), &about) != 0) {
        const auto key = create(file);
        if (!key) return key.error();
        return Secrets{*key};
    }
    if ((about.st_mode & 0077) != 0)
        return failure(boost::system::errc::permission_denied, "key file " + file.string() + " can be read by others: chmod 600");
    std::ifstream in{file, std::ios::binary};
    Key key;
    in.read(reinterpret_cast<char*>(key.data()), static_cast<std::streamsize>(key.size()));
    if (in.gcount() != static_cast<std::streamsize>(key.size()) || in.peek() != std::ifstream::traits_type::eof())
        return failure(boost::system::errc::invalid_argument, "key file " + file.string() + " does not hold 32 bytes");
    return Secrets{key};
}

Key Secrets::subkey(Purpose purpose) const {
    Key out;
    crypto_kdf_derive_from_key(out.data(), out.size(), static_cast<std::uint64_t>(purpose), kdf_context, master_.data());
    return out;
}

}  // namespace hoicho::gateway
