#include "desktop/servers/servers_page.h"

#include "desktop/servers/profile_card.h"
#include "desktop/servers/profile_dialog.h"
#include "desktop/state/confirm_dialog.h"
#include "desktop/state/notice_bar.h"
#include "desktop/theme/button.h"
#include "desktop/theme/scroll_pane.h"
#include "desktop/theme/spacing.h"

#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QLocale>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr qint64 kLargestFile = 1024 * 1024; ///< bytes

} // namespace

ServersPage::ServersPage(Theme &theme, const ServerProfile &current, ProfileStore &profiles, SwitchTo switchTo, QWidget *parent)
    : Page(theme, tr("Servers"), tr("Where this console can be. You stay signed in to each while it is open."), parent)
    , m_currentId(current.id)
    , m_profiles(profiles)
    , m_switchTo(std::move(switchTo))
    , m_notice(new NoticeBar(theme))
    , m_rows(new QVBoxLayout)
{
    auto *const content = new QWidget;
    auto *const layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(kGap);
    layout->addLayout(m_rows);
    layout->addStretch();
    body()->addWidget(m_notice);
    body()->addWidget(makeScrollPane(content, Qt::NoFocus), 1);
    addActs();
    connect(&profiles, &ProfileStore::changed, this, &ServersPage::showProfiles, Qt::QueuedConnection); // cards are its senders
    showProfiles();
}

void ServersPage::addActs()
{
    QAction *const add = addAct(tr("Add a server…"), Icon::Add, QKeySequence::New);
    QAction *const load = addAct(tr("Import servers…"), Icon::Receive, QKeySequence(Qt::CTRL | Qt::Key_I));
    QAction *const save = addAct(tr("Export servers…"), Icon::Save, QKeySequence(Qt::CTRL | Qt::Key_E));
    connect(add, &QAction::triggered, this, [this] { edit({.name = {}, .url = {}, .stage = ServerProfile::Stage::Production}); });
    connect(load, &QAction::triggered, this, &ServersPage::chooseImport);
    connect(save, &QAction::triggered, this, &ServersPage::chooseExport);
    const auto addButton = [this](QAction *act, const QString &text, ButtonKind kind, Icon icon) {
        QPushButton *const button = makeButton(theme(), text, kind, icon);
        connect(button, &QPushButton::clicked, act, &QAction::trigger);
        addControl(button);
    };
    addButton(load, tr("Import…"), ButtonKind::Ordinary, Icon::Receive);
    addButton(save, tr("Export…"), ButtonKind::Ordinary, Icon::Save);
    addButton(add, tr("Add a server"), ButtonKind::Primary, Icon::Add);
}

void ServersPage::showProfiles()
{
    while (QLayoutItem *const item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const ServerProfile &profile : m_profiles.profiles()) {
        auto *const card = new ProfileCard(theme(), profile, profile.id == m_currentId);
        connect(card, &ProfileCard::switchRequested, this, [this, profile] { m_switchTo(profile); });
        connect(card, &ProfileCard::editRequested, this, [this, profile] { edit(profile); });
        connect(card, &ProfileCard::removeRequested, this, [this, profile] { forget(profile); });
        m_rows->addWidget(card);
    }
}

void ServersPage::edit(const ServerProfile &profile)
{
    auto *const dialog = new ProfileDialog(theme(), profile, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ProfileDialog::entered, this, [this](const ServerProfile &entered) {
        const ServerProfile kept = m_profiles.save(entered);
        if (kept.id == m_currentId)
            m_switchTo(kept); // so that what was changed shows and holds
    });
    dialog->open();
}

void ServersPage::forget(const ServerProfile &profile)
{
    const Confirmation confirmation{tr("Forget %1?").arg(profile.name),
                                    tr("Only this console forgets it, and the certificate it knows of it; nothing happens to the "
                                       "server."),
                                    tr("Forget %1").arg(profile.name),
                                    {}};
    ConfirmDialog::ask(theme(), confirmation, this, [this, profile] {
        m_profiles.remove(profile.id);
        m_notice->say(Tone::Good, tr("%1 is forgotten.").arg(profile.name), tr("Undo"),
                      [this, profile] { m_profiles.save(profile); });
    });
}

void ServersPage::chooseImport()
{
    auto *const dialog = new QFileDialog(this, tr("Import servers"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ServersPage::importFrom);
    dialog->open();
}

void ServersPage::chooseExport()
{
    auto *const dialog = new QFileDialog(this, tr("Export servers"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    dialog->selectFile(u"gatehouse-servers.json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &ServersPage::exportTo);
    dialog->open();
}

void ServersPage::importFrom(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLargestFile)
        return m_notice->say(Tone::Danger, tr("%1 cannot be read.").arg(path));
    const Result<ProfileStore::Added> outcome = m_profiles.addFromFile(file.readAll());
    if (!outcome)
        return m_notice->say(Tone::Danger, outcome.error().detail);
    QString words = tr("Servers imported: %1.").arg(QLocale().toString(outcome->added));
    if (outcome->known > 0)
        words += u' ' + tr("Here already, and left as they are: %1.").arg(QLocale().toString(outcome->known));
    m_notice->say(Tone::Good, words);
}

void ServersPage::exportTo(const QString &path)
{
    QSaveFile file(path);
    const QByteArray text = m_profiles.toFile();
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        m_notice->say(Tone::Good, tr("Saved to %1. It holds no passwords.").arg(path));
    else
        m_notice->say(Tone::Danger, tr("%1 cannot be written: %2.").arg(path, file.errorString()));
}

} // namespace gatehouse::desktop
