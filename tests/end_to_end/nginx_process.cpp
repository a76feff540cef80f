#include "nginx_process.h"

#include "tools.h"

#include <QFile>

#include <csignal>
#include <sys/prctl.h>

namespace gatehouse::e2e {

namespace {

// So that it writes nowhere else, runs as whoever runs the test, and ends with it.
constexpr char kPreamble[] = R"(daemon off;
master_process off;
worker_processes 1;
pid @FOLDER@/nginx.pid;
error_log @FOLDER@/error.log info;
events { worker_connections 256; }
http {
    access_log off;
    server_tokens off;
    client_body_temp_path @FOLDER@/body;
    proxy_temp_path @FOLDER@/proxy;
    fastcgi_temp_path @FOLDER@/fastcgi;
    uwsgi_temp_path @FOLDER@/uwsgi;
    scgi_temp_path @FOLDER@/scgi;
)";

// As docs tell an operator to write it: every identity header is overwritten, so none of the client's own gets through.
constexpr char kGuardedSite[] = R"(
    server {
        listen 127.0.0.1:@PORT@;
        location / {
            auth_request /_gatehouse;
            auth_request_set $auth_user $upstream_http_x_auth_user;
            auth_request_set $auth_role $upstream_http_x_auth_role;
            auth_request_set $auth_service $upstream_http_x_auth_service;
            proxy_set_header X-Auth-User $auth_user;
            proxy_set_header X-Auth-Role $auth_role;
            proxy_set_header X-Auth-Service $auth_service;
            proxy_pass http://127.0.0.1:@SITE@;
        }
        location = /_gatehouse {
            internal;
            proxy_pass http://127.0.0.1:@GATEHOUSE@/auth/verify;
            proxy_pass_request_body off;
            proxy_set_header Content-Length "";
            proxy_set_header Host $http_host;
            proxy_set_header X-Forwarded-For $remote_addr;
            proxy_set_header X-Forwarded-Proto $scheme;
            proxy_set_header X-Original-URI $request_uri;
            proxy_set_header X-Original-Method $request_method;
        }
    }
    server {
        listen 127.0.0.1:@SITE@;
        location / {
            default_type text/plain;
            return 200 "hello $http_x_auth_user ($http_x_auth_role) [$http_x_auth_service]\n";
        }
    }
)";

} // namespace

NginxProcess::~NginxProcess()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
}

bool NginxProcess::start(quint16 gatehousePort)
{
    return start(gatehousePort, kGuardedSite);
}

bool NginxProcess::start(quint16 gatehousePort, const QByteArray &servers)
{
    QByteArray text = kPreamble + servers + "}\n";
    m_port = freePort();
    text.replace("@FOLDER@", m_folder.path().toUtf8());
    text.replace("@PORT@", QByteArray::number(m_port));
    text.replace("@SITE@", QByteArray::number(freePort()));
    text.replace("@GATEHOUSE@", QByteArray::number(gatehousePort));
    QFile file(m_folder.filePath(QStringLiteral("nginx.conf")));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return false;
    file.close();

    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process.start(QStringLiteral("/usr/sbin/nginx"),
                    {QStringLiteral("-p"), m_folder.path(), QStringLiteral("-e"), m_folder.filePath(QStringLiteral("error.log")),
                     QStringLiteral("-c"), file.fileName()});
    for (int attempt = 0; attempt < 200 && !m_process.waitForFinished(25); ++attempt) {
        if (RawClient({.port = m_port}, std::chrono::milliseconds(200)).isConnected())
            return true;
    }
    return false;
}

QByteArray NginxProcess::errors() const
{
    QFile file(m_folder.filePath(QStringLiteral("error.log")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace gatehouse::e2e
