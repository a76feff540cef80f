#pragma once

#include <QByteArray>
#include <QProcess>
#include <QTemporaryDir>

namespace gatehouse::e2e {

/// A real nginx in front of a small site, which asks Gatehouse about every request (auth_request). Everything it writes is
/// in a temporary folder; it runs as whoever runs the test. Ended with the test.
class NginxProcess
{
public:
    ~NginxProcess();

    /// Starts it on free ports and waits until it answers. False: errors() says why.
    [[nodiscard]] bool start(quint16 gatehousePort);
    /// The same with servers of the test's own: what stands within `http {}`, in which @FOLDER@, @PORT@, @SITE@ and @GATEHOUSE@
    /// are filled in.
    [[nodiscard]] bool start(quint16 gatehousePort, const QByteArray &servers);
    /// The guarded site: `/` answers `hello NAME (ROLE)` to those who are let through.
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QByteArray errors() const;

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace gatehouse::e2e
