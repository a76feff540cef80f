#include "storage/postgres_settings.h"

#include "storage/database_url.h"

#include <QMap>
#include <QStringList>

#include <algorithm>
#include <memory>

#include <libpq-fe.h>

using namespace Qt::StringLiterals;

namespace gatehouse::storage {

namespace {

const QStringList kSslModes{u"disable"_s, u"allow"_s, u"prefer"_s, u"require"_s, u"verify-ca"_s, u"verify-full"_s};

std::unexpected<Error> unusable(const QString &why)
{
    return failure(ErrorKind::Invalid, u"DATABASE_URL "_s + why);
}

/// The options a URL sets, by name.
Result<QMap<QByteArray, QString>> optionsOf(const SecretBytes &url)
{
    SecretBytes text = SecretBytes::ofSize(url.size() + 1); // ends with the zero that C wants
    std::ranges::copy(url.view(), text.data());
    char *complaint = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> parsed(PQconninfoParse(text.data(), &complaint),
                                                                              &PQconninfoFree);
    PQfreemem(complaint); // it quotes the URL
    if (!parsed)
        return unusable(u"is not understood by libpq: an option it does not know, or a character that is not percent-encoded"_s);
    QMap<QByteArray, QString> options;
    for (const PQconninfoOption *option = parsed.get(); option->keyword != nullptr; ++option) {
        if (option->val != nullptr)
            options.insert(option->keyword, QString::fromUtf8(option->val));
    }
    return options;
}

QString quoted(QString value)
{
    return u'\'' + value.replace(u"\\"_s, u"\\\\"_s).replace(u"'"_s, u"\\'"_s) + u'\'';
}

} // namespace

Result<PostgresTarget> targetOf(const PostgresSettings &settings)
{
    const auto address = parseDatabaseUrl(settings.url.view());
    if (!address)
        return unusable(u"is no postgres:// or postgresql:// URL"_s);
    Result<QMap<QByteArray, QString>> parsed = optionsOf(settings.url);
    if (!parsed)
        return std::unexpected(parsed.error());
    QMap<QByteArray, QString> &options = *parsed;
    if (options.contains("service"))
        return unusable(u"names a service; say the host itself"_s);

    PostgresTarget target{options.take("user"), options.take("password"), options.take("dbname"), {}};
    if (target.password.isEmpty())
        target.password = QString::fromUtf8(settings.password.view());
    // Said even when empty: what is not said, libpq takes from PGHOST, PGHOSTADDR and PGSSLMODE.
    for (const char *name : {"host", "hostaddr", "port"})
        options.insert(name, options.value(name));
    if (!options.contains("sslmode"))
        options.insert("sslmode", address->isLocal() ? u"prefer"_s : QString::fromLatin1(settings.sslMode));
    if (!kSslModes.contains(options.value("sslmode")))
        return unusable(u"has an sslmode that libpq does not know"_s);
    if (!options.contains("target_session_attrs"))
        options.insert("target_session_attrs", address->hosts.size() > 1 ? u"read-write"_s : u"any"_s);
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(settings.connectTimeout).count();
    options.insert("connect_timeout", QString::number(std::max<qint64>(2, seconds)));
    // A peer that vanished is noticed while it is waited for.
    options.insert("tcp_user_timeout", QString::number(settings.statementTimeout.count()));
    options.insert("keepalives_idle", u"10"_s);
    options.insert("keepalives_interval", u"5"_s);
    options.insert("keepalives_count", u"3"_s);
    for (auto option = options.cbegin(); option != options.cend(); ++option) {
        if (option.value().contains(u';')) // which Qt's driver takes for the end of an option
            return unusable(u"has a semicolon in its option %1"_s.arg(QString::fromLatin1(option.key())));
        target.options += u"%1=%2;"_s.arg(QString::fromLatin1(option.key()), quoted(option.value()));
    }
    target.options.chop(1);
    return target;
}

} // namespace gatehouse::storage
