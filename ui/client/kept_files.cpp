#include "client/kept_files.h"

#include "core/base64url.h"
#include "core/strict_json.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::client {

namespace {

/// Whether it can stand in a header.
bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && text.size() <= 512 && std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7f; });
}

} // namespace

QByteArray KeptReceipt::toFile() const
{
    return QJsonDocument(QJsonObject{{u"link"_s, link.textWithoutKey()}, {u"receipt_token"_s, QString::fromLatin1(token)}})
        .toJson();
}

Result<KeptReceipt> KeptReceipt::fromFile(QByteArrayView text)
{
    const Result<QJsonObject> json = parseStrictJsonObject(text);
    Result<SecretLink> link = json ? SecretLink::parse(json->value("link"_L1).toString()) : std::unexpected(json.error());
    const QByteArray token = json ? json->value("receipt_token"_L1).toString().toUtf8() : QByteArray();
    if (!link || !isToken(token))
        return failure(ErrorKind::Malformed, u"this is no file that `send --receipt` wrote"_s);
    return KeptReceipt{std::move(*link), token};
}

SecretBytes KeptRequest::toFile() const
{
    const auto textOf = [](QByteArrayView bytes) { return QString::fromLatin1(bytes); };
    QByteArray text = QJsonDocument(QJsonObject{{u"server"_s, server.toString()},
                                                {u"id"_s, textOf(id)},
                                                {u"private_key"_s, textOf(toBase64Url(key.privateNumber().view()))},
                                                {u"collect_token"_s, textOf(collectToken.view())}})
                          .toJson();
    return SecretBytes::takeFrom(text);
}

Result<KeptRequest> KeptRequest::fromFile(QByteArrayView text)
{
    const std::unexpected<Error> refusal = failure(ErrorKind::Malformed, u"this is no file that `request` wrote"_s);
    const Result<QJsonObject> json = parseStrictJsonObject(text);
    if (!json)
        return refusal;
    const auto field = [&json](QLatin1StringView name) { return json->value(name).toString().toUtf8(); };
    const auto number = secretFromBase64Url(field("private_key"_L1), kPrivateNumberSize);
    Result<RequestKey> key = number ? RequestKey::fromPrivateNumber(number->view()) : Result<RequestKey>(refusal);
    const QUrl server(json->value("server"_L1).toString(), QUrl::StrictMode);
    if (!key || !server.isValid() || !isIdentifier(field("id"_L1)) || !isToken(field("collect_token"_L1)))
        return refusal;
    return KeptRequest{server, field("id"_L1), std::move(*key), SecretBytes(field("collect_token"_L1))};
}

} // namespace gatehouse::client
