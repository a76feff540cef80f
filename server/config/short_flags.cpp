#include "config/short_flags.h"

#include <QMap>

namespace gatehouse::config {

using namespace Qt::StringLiterals;

QByteArray settingOfShortFlag(const QByteArray &flag)
{
    static const QMap<QByteArray, QByteArray> kSettings{
        {"--listen", "http.listen"},    {"-l", "http.listen"},
        {"--port", "http.port"},        {"-p", "http.port"},
        {"--data-dir", "app.data_dir"}, {"--cors-allowed-origins", "http.allowed_origins"},
        {"--pid-file", "app.pid_file"},
    };
    return kSettings.value(flag);
}

QString replacementOfFlag(const QByteArray &flag)
{
    static const QString kRedis =
        u"is not read yet: this version keeps its state in the data folder (--data-dir), shared engines are still to come"_s;
    static const QString kSharing = u"belongs to one-time secrets, which this version does not serve yet"_s;
    static const QString kOtel = u"is replaced by OTEL_EXPORTER_OTLP_ENDPOINT in the environment"_s;
    static const QMap<QByteArray, QString> kReplacements{
        {"--redis-dsn", kRedis},
        {"-r", kRedis},
        {"--otel-exporter-otlp-endpoint", kOtel},
        {"--enable-admin-token", u"is replaced by users with the role admin: gatehouse users add NAME --role admin"_s},
        {"--reset-admin-token", u"is replaced by: gatehouse users passwd NAME"_s},
        {"--reset-user-tokens", u"is replaced by: gatehouse sessions revoke --all"_s},
        {"--trusted-ip-ranges", kSharing},
        {"--upload-size-limit", kSharing},
        {"--anonymous-upload-size-limit", kSharing},
        {"--allow-anonymous", kSharing},
        {"--max-ttl", kSharing},
        {"--show-token-input", kSharing},
        {"--country-header", kSharing},
        {"--asn-header", kSharing},
        {"--webhook-url", kSharing},
        {"--webhook-headers", kSharing},
        {"--webhook-token", kSharing + u"; give the token as HAKANAI_WEBHOOK_TOKEN_FILE then, never as a flag"_s},
        {"--impressum-file", kSharing},
        {"--privacy-file", kSharing},
        {"--custom-assets-dir", kSharing},
    };
    return kReplacements.value(flag);
}

} // namespace gatehouse::config
