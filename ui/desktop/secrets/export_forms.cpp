#include "desktop/secrets/export_forms.h"

using namespace Qt::StringLiterals;

namespace gatehouse::desktop::export_forms {

namespace {

/// As files and keys of such systems are called: "jwt-secret".
QString dashed(const QString &name)
{
    return name.toLower().replace(u'_', u'-');
}

QString dotEnv(const QStringList &names)
{
    QString text = u"# To be read by its owner alone: chmod 600\n"_s;
    for (const QString &name : names)
        text += name + u"=\n"_s;
    return text;
}

QString dockerSecrets(const QStringList &names)
{
    QString variables;
    QString used;
    QString files;
    for (const QString &name : names) {
        variables += u"      %1_FILE: /run/secrets/%2\n"_s.arg(name, dashed(name));
        used += u"      - %1\n"_s.arg(dashed(name));
        files += u"  %1:\n    file: ./secrets/%1\n"_s.arg(dashed(name));
    }
    return u"services:\n  gatehouse:\n    environment:\n"_s + variables + u"    secrets:\n"_s + used + u"secrets:\n"_s + files;
}

QString kubernetesSecret(const QStringList &names)
{
    QString text = u"apiVersion: v1\nkind: Secret\nmetadata:\n  name: gatehouse-secrets\ntype: Opaque\nstringData:\n"_s;
    for (const QString &name : names)
        text += u"  %1: \"\"\n"_s.arg(name);
    return text;
}

QString externalSecret(const QStringList &names)
{
    QString text = u"apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata:\n  name: gatehouse-secrets\nspec:\n"
                   "  refreshInterval: 1h\n  secretStoreRef:\n    name: your-store\n    kind: SecretStore\n  target:\n"
                   "    name: gatehouse-secrets\n  data:\n"_s;
    for (const QString &name : names)
        text += u"    - secretKey: %1\n      remoteRef:\n        key: gatehouse/%2\n"_s.arg(name, dashed(name));
    return text;
}

QString systemdCredentials(const QStringList &names)
{
    QString text = u"# systemd-creds encrypt --name=NAME - /etc/credstore.encrypted/NAME\n[Service]\n"_s;
    for (const QString &name : names)
        text += u"LoadCredentialEncrypted=%1:/etc/credstore.encrypted/%1\n"_s.arg(dashed(name));
    return text;
}

} // namespace

QString textOf(Form form, const QStringList &names)
{
    switch (form) {
    case Form::DotEnv: return dotEnv(names);
    case Form::DockerSecrets: return dockerSecrets(names);
    case Form::KubernetesSecret: return kubernetesSecret(names);
    case Form::ExternalSecret: return externalSecret(names);
    case Form::SystemdCredentials: return systemdCredentials(names);
    }
    return {};
}

QString fileNameOf(Form form)
{
    switch (form) {
    case Form::DotEnv: return u".env"_s;
    case Form::DockerSecrets: return u"compose.secrets.yaml"_s;
    case Form::KubernetesSecret: return u"gatehouse-secret.yaml"_s;
    case Form::ExternalSecret: return u"gatehouse-external-secret.yaml"_s;
    case Form::SystemdCredentials: return u"gatehouse-secrets.conf"_s;
    }
    return {};
}

} // namespace gatehouse::desktop::export_forms
