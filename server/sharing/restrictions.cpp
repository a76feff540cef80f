#include "sharing/restrictions.h"

#include "core/secret_bytes.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace gatehouse::sharing {

using namespace Qt::StringLiterals;

namespace {

/// Whether what is stored as `passphrase_hash` is its digest. An older version knows no such mark and then finds no passphrase
/// right, rather than no passphrase there.
const QString kIsDigest = u"passphrase_is_digest"_s;

std::unexpected<Error> invalid(const QString &field, const QString &problem)
{
    return std::unexpected(
        Error{ErrorKind::Invalid, u"restrictions/%1 %2"_s.arg(field, problem), {{u"restrictions/"_s + field, problem}}, {}});
}

QByteArrayList textsOf(const QJsonValue &list)
{
    QByteArrayList texts;
    for (const auto &item : list.toArray())
        texts.append(item.toString().toUtf8());
    return texts;
}

bool isSha256(QByteArrayView text)
{
    const auto isHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    return text.size() == 64 && std::ranges::all_of(text, isHex);
}

} // namespace

Result<Restrictions> Restrictions::fromJson(const QJsonObject &json)
{
    Restrictions restrictions;
    for (const QByteArray &text : textsOf(json.value("allowed_ips"_L1))) {
        const auto network = IpNetwork::parse(text);
        if (!network)
            return invalid(u"allowed_ips"_s, u"holds what is no address and no range"_s);
        restrictions.networks.push_back(*network);
    }
    for (const QByteArray &text : textsOf(json.value("allowed_countries"_L1))) {
        if (!isCountryCode(text))
            return invalid(u"allowed_countries"_s, u"holds what is no code of two capital letters"_s);
        restrictions.countries.append(text);
    }
    for (const auto &number : json.value("allowed_asns"_L1).toArray())
        restrictions.asns.push_back(static_cast<quint32>(number.toInteger()));
    const QByteArray passphraseHash = json.value("passphrase_hash"_L1).toString().toUtf8().toLower();
    if (!passphraseHash.isEmpty() && !isSha256(passphraseHash))
        return invalid(u"passphrase_hash"_s, u"must be 64 hexadecimal digits"_s);
    if (!passphraseHash.isEmpty())
        restrictions.passphraseDigest = digestOf(passphraseHash);
    return restrictions;
}

QByteArray Restrictions::toStored() const
{
    if (kinds() == 0)
        return {};
    QJsonArray ips;
    for (const IpNetwork &network : networks)
        ips.append(QString::fromLatin1(network.toText()));
    QJsonArray codes;
    for (const QByteArray &country : countries)
        codes.append(QString::fromLatin1(country));
    QJsonArray numbers;
    for (const quint32 asn : asns)
        numbers.append(static_cast<qint64>(asn));
    return QJsonDocument(QJsonObject{{u"allowed_ips"_s, ips},
                                     {u"allowed_countries"_s, codes},
                                     {u"allowed_asns"_s, numbers},
                                     {u"passphrase_hash"_s, QString::fromLatin1(passphraseDigest)},
                                     {kIsDigest, true}})
        .toJson(QJsonDocument::Compact);
}

Result<Restrictions> Restrictions::fromStored(QByteArrayView stored)
{
    if (stored.isEmpty())
        return Restrictions();
    const QJsonDocument document = QJsonDocument::fromJson(stored.toByteArray());
    const QJsonObject object = document.object();
    Result<Restrictions> restrictions = fromJson(object);
    if (!document.isObject() || !restrictions || restrictions->kinds() == 0)
        return failure(ErrorKind::Internal, u"the restrictions of a secret cannot be read"_s);
    if (restrictions->needsPassphrase() && object.value(kIsDigest).toBool())
        restrictions->passphraseDigest = object.value("passphrase_hash"_L1).toString().toLatin1();
    return restrictions;
}

QByteArray Restrictions::digestOf(QByteArrayView passphraseHash)
{
    return QCryptographicHash::hash(passphraseHash.toByteArray().toLower(), QCryptographicHash::Sha256).toHex();
}

bool Restrictions::permit(const Visitor &visitor) const
{
    if (!networks.empty() && !containsAddress(networks, visitor.address))
        return false;
    if (!countries.isEmpty() && !countries.contains(visitor.country))
        return false;
    return asns.empty() || (visitor.asn && std::ranges::find(asns, *visitor.asn) != asns.end());
}

bool Restrictions::passphraseMatches(QByteArrayView given) const
{
    return equalInConstantTime(passphraseDigest, digestOf(given));
}

int Restrictions::kinds() const
{
    return (networks.empty() ? 0 : 1) | (countries.isEmpty() ? 0 : 2) | (asns.empty() ? 0 : 4) | (needsPassphrase() ? 8 : 0);
}

} // namespace gatehouse::sharing
