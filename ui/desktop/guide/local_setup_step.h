#pragma once

#include "desktop/guide/entrance.h"
#include "desktop/guide/local_server.h"

class QCheckBox;
class QFormLayout;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace gatehouse::desktop {

/// How a server in this program is set up, before its first start. Return takes what is proposed.
class LocalSetupStep : public Entrance
{
    Q_OBJECT

public:
    /// `server` lives longer.
    LocalSetupStep(Theme &theme, LocalServer &server, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The server can be started.
    void done();
    void serverChangeRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    /// A choice, and what it asks for once it is made.
    struct Part {
        QCheckBox *box;
        QWidget *fields;
        QFormLayout *form;
        Label *result; ///< what is wrong with it, or what was found
    };

    [[nodiscard]] Part addPart(const QString &name, const QString &explanation);
    [[nodiscard]] QLineEdit *addFileField(QFormLayout *form, const QString &name, const QString &purpose, bool isFolder);
    void addDataFolder();
    void addRedis();
    void addCertificate();
    void addButtons();
    void browse(QLineEdit *field, const QString &title, bool isFolder);
    void followKeychain() const;
    [[nodiscard]] LocalSetup setup() const;
    void test();
    void adopt();
    void setBusy(bool busy);
    void showReport(const SetupReport &report);
    void showAdopted(const SetupReport &report);
    [[nodiscard]] Label *placeOf(const QString &field) const;
    static void say(Label *label, Tone tone, const QString &text);

    Theme &m_theme;
    LocalServer &m_server;
    QLineEdit *m_dataFolder = nullptr;
    Part m_keychain{};
    Part m_redis{};
    QLineEdit *m_redisUrl;
    QPushButton *m_test;
    Part m_tls{};
    QLineEdit *m_certificate = nullptr;
    QLineEdit *m_certificateKey = nullptr;
    Label *m_problem;
    QProgressBar *m_progress;
    QPushButton *m_continue;
};

} // namespace gatehouse::desktop
