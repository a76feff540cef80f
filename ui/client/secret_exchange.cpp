#include "client/secret_exchange.h"

#include "client/aes_gcm.h"
#include "core/random.h"

using namespace Qt::StringLiterals;

namespace gatehouse::client {

namespace {

/// Says that it was not what the server handed out that was asked for wrongly.
Result<SecretPayload> received(Result<SecretPayload> payload)
{
    if (!payload)
        payload.error().kind = ErrorKind::Conflict;
    return payload;
}

Result<SecretPayload> opened(const SecretKey &key, const QByteArray &data)
{
    const auto sealed = QByteArray::fromBase64Encoding(data, QByteArray::AbortOnBase64DecodingErrors);
    if (!sealed)
        return failure(ErrorKind::Malformed, u"what the server handed out is nothing that was encrypted"_s);
    const Result<SecretBytes> text = unseal(key.key, sealed.decoded);
    if (!text)
        return std::unexpected(text.error());
    if (!key.digest.isEmpty() && !equalInConstantTime(digestOf(text->view()), key.digest))
        return failure(ErrorKind::Malformed, u"it was decrypted, but is not what the link is for; nothing of it is shown"_s);
    return payloadFrom(text->view());
}

Result<void> checkAnswerable(const SecretRequest &request, const RequestLink &link)
{
    if (!equalInConstantTime(fingerprintOf(request.publicPoint), link.fingerprint))
        return failure(ErrorKind::Forbidden,
                       u"the server's key is not the one of the link: nothing is sent, as somebody else would read it"_s);
    if (request.state != u"open")
        return failure(ErrorKind::Gone, u"this request has been answered already"_s);
    return {};
}

} // namespace

QCoro::Task<Result<SentSecret>> sendSecret(SharingClient &client, SecretPayload payload, SendOptions options, QByteArray token,
                                           Transfer transfer)
{
    const SecretBytes text = toMessagePack(payload);
    SecretKey key{randomSecret(kAesKeySize), digestOf(text.view())};
    const Result<QByteArray> sealed = seal(key.key, text.view());
    if (!sealed)
        co_return std::unexpected(sealed.error());
    NewSecret secret{.data = sealed->toBase64(),
                     .expiresIn = options.expiresIn,
                     .restrictions = options.restrictions,
                     .receipt = options.receipt};
    const Result<CreatedSecret> created = co_await client.create(std::move(secret), token, transfer);
    if (!created)
        co_return std::unexpected(created.error());
    co_return SentSecret{{client.server(), created->id, std::move(key)}, created->receiptToken};
}

QCoro::Task<Result<SecretPayload>> receiveSecret(SharingClient &client, SecretLink link, QByteArray passphraseHash,
                                                 Transfer transfer)
{
    Q_ASSERT(link.key);
    const Result<StoredData> stored = co_await client.take(link.id, passphraseHash, transfer);
    if (!stored)
        co_return std::unexpected(stored.error());
    co_return received(opened(*link.key, stored->data));
}

QCoro::Task<Result<SecretRequest>> openRequest(SharingClient &client, RequestLink link)
{
    const Result<SecretRequest> request = co_await client.request(link.id);
    if (!request)
        co_return std::unexpected(request.error());
    const Result<void> answerable = checkAnswerable(*request, link);
    if (!answerable)
        co_return std::unexpected(answerable.error());
    co_return request;
}

QCoro::Task<Result<void>> answerRequest(SharingClient &client, RequestLink link, SecretRequest request, SecretPayload payload,
                                        Transfer transfer)
{
    const SecretBytes text = toMessagePack(payload);
    const Result<QByteArray> data = sealAnswer(request.publicPoint, link.id, text.view());
    if (!data)
        co_return std::unexpected(data.error());
    const Result<void> stored = co_await client.answer(link.id, *data, transfer);
    co_return stored;
}

QCoro::Task<Result<SecretPayload>> collectAnswer(SharingClient &client, QByteArray id, const RequestKey &key,
                                                 QByteArray collectToken, Transfer transfer)
{
    const Result<StoredData> stored = co_await client.collect(id, collectToken, transfer);
    if (!stored)
        co_return std::unexpected(stored.error());
    const Result<SecretBytes> text = key.openAnswer(id, stored->data);
    co_return received(text ? payloadFrom(text->view()) : std::unexpected(text.error()));
}

} // namespace gatehouse::client
