#include "http/tls_bio.h"

#include <memory>

namespace gatehouse::http {

namespace {

int readFromWire(BIO *bio, char *buffer, int size)
{
    BIO_clear_retry_flags(bio);
    const Wire::ReadResult result = static_cast<Wire *>(BIO_get_data(bio))->read(buffer, size);
    switch (result.status) {
    case Wire::ReadStatus::Data: return static_cast<int>(result.size);
    case Wire::ReadStatus::Nothing: BIO_set_retry_read(bio); return -1;
    case Wire::ReadStatus::End: BIO_set_flags(bio, BIO_FLAGS_IN_EOF); return 0;
    case Wire::ReadStatus::Refused:
    case Wire::ReadStatus::Failed: break;
    }
    return -1;
}

int writeToWire(BIO *bio, const char *bytes, int size)
{
    BIO_clear_retry_flags(bio);
    const qsizetype written = static_cast<Wire *>(BIO_get_data(bio))->write(QByteArrayView(bytes, size));
    if (written == 0 && size > 0) {
        BIO_set_retry_write(bio);
        return -1;
    }
    return static_cast<int>(written);
}

long control(BIO *bio, int command, long, void *)
{
    switch (command) {
    case BIO_CTRL_FLUSH: return 1; // nothing is held back
    case BIO_CTRL_EOF: return BIO_test_flags(bio, BIO_FLAGS_IN_EOF) != 0 ? 1 : 0;
    default: return 0;
    }
}

int create(BIO *bio)
{
    BIO_set_init(bio, 1);
    return 1;
}

struct FreeMethod {
    void operator()(BIO_METHOD *method) const { BIO_meth_free(method); }
};

std::unique_ptr<BIO_METHOD, FreeMethod> makeMethod()
{
    std::unique_ptr<BIO_METHOD, FreeMethod> method(BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "gatehouse wire"));
    if (method) {
        BIO_meth_set_read(method.get(), readFromWire);
        BIO_meth_set_write(method.get(), writeToWire);
        BIO_meth_set_ctrl(method.get(), control);
        BIO_meth_set_create(method.get(), create);
    }
    return method;
}

} // namespace

BIO *newWireBio(Wire &wire)
{
    static const std::unique_ptr<BIO_METHOD, FreeMethod> method = makeMethod();
    BIO *bio = method ? BIO_new(method.get()) : nullptr;
    if (bio != nullptr)
        BIO_set_data(bio, &wire);
    return bio;
}

} // namespace gatehouse::http
