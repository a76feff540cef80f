#include "desktop/audit/record_check_bar.h"

#include "desktop/state/trouble_words.h"
#include "desktop/theme/button.h"
#include "desktop/theme/spacing.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QSaveFile>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr int kSteps = 1000;

} // namespace

RecordCheckBar::RecordCheckBar(Theme &theme, client::AdminSession &session, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_session(session)
    , m_icon(new QLabel)
    , m_words((new Label(TextStyle::Body))->wrapped())
    , m_progress(new QProgressBar)
    , m_button(makeButton(theme, tr("Cancel"), ButtonKind::Plain))
{
    setProperty("surface", u"card"_s);
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(kGapLarge, kGapSmall, kGapSmall, kGapSmall);
    layout->setSpacing(kGap);
    layout->addWidget(m_icon);
    layout->addWidget(m_words, 2);
    layout->addWidget(m_progress, 1);
    layout->addWidget(m_button);
    m_progress->setRange(0, kSteps);
    m_progress->setAccessibleName(tr("Progress"));
    connect(m_button, &QPushButton::clicked, this, &RecordCheckBar::cancel);
    hide();
}

RecordCheckBar::~RecordCheckBar()
{
    if (m_cancelled)
        *m_cancelled = true;
}

void RecordCheckBar::begin(const QString &words)
{
    m_running = true;
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    m_words->setTone(Tone::Neutral);
    m_words->setText(words);
    m_icon->setPixmap(m_theme.icon(Icon::Proven).pixmap(QSize(kIcon, kIcon), devicePixelRatioF()));
    m_progress->setRange(0, 0);
    m_progress->show();
    m_button->setText(tr("Cancel"));
    show();
}

void RecordCheckBar::end(Tone tone, const QString &words)
{
    m_running = false;
    m_words->setTone(tone);
    m_words->setText(words);
    const Icon icon = tone == Tone::Good ? Icon::Done : tone == Tone::Danger ? Icon::Failed : Icon::Information;
    m_icon->setPixmap(m_theme.icon(icon, tone).pixmap(QSize(kIcon, kIcon), devicePixelRatioF()));
    m_progress->hide();
    m_button->setText(tr("Close"));
    Q_EMIT finished();
}

void RecordCheckBar::cancel()
{
    if (!m_running) {
        hide();
        return;
    }
    *m_cancelled = true;
    if (m_call)
        m_call->cancel();
    end(Tone::Neutral, tr("Cancelled."));
}

void RecordCheckBar::download(std::function<void(const QByteArray &)> done)
{
    m_call = m_session.get(u"/api/v1/admin/audit/export"_s, u"format=jsonl"_s, this,
                           [this, done = std::move(done)](const client::ApiAnswer &answer) {
                               if (answer.status == 413) {
                                   end(Tone::Neutral,
                                       tr("The record is too long for one answer. On the server, "
                                          "gatehouse audit verify and gatehouse audit export do it."));
                               } else if (const auto trouble = client::Trouble::of(answer)) {
                                   end(Tone::Danger, TroubleWords::sentences(*trouble));
                               } else {
                                   done(answer.body);
                               }
                           });
    connect(m_call, &client::ApiCall::progressed, this, [this](qint64 received, qint64 total) {
        if (total > 0) {
            m_progress->setRange(0, kSteps);
            m_progress->setValue(int(received * kSteps / 2 / total));
        }
    });
}

void RecordCheckBar::check()
{
    if (m_running)
        return;
    begin(tr("Reading the record…"));
    download([this](const QByteArray &lines) { verify(lines); });
}

void RecordCheckBar::verify(const QByteArray &lines)
{
    m_words->setText(tr("Hashing every entry…"));
    m_progress->setRange(0, kSteps);
    const QPointer<RecordCheckBar> self(this);
    QThreadPool::globalInstance()->start([self, lines, cancelled = m_cancelled] {
        const auto progress = [&](double share) {
            QMetaObject::invokeMethod(
                qApp,
                [self, share, cancelled] {
                    if (self && !*cancelled)
                        self->m_progress->setValue(int((1 + share) * kSteps / 2));
                },
                Qt::QueuedConnection);
            return !*cancelled;
        };
        const client::RecordCheck check = client::checkExport(lines, progress);
        QMetaObject::invokeMethod(
            qApp,
            [self, check, cancelled] {
                if (self && !*cancelled)
                    self->sayResult(check);
            },
            Qt::QueuedConnection);
    });
}

void RecordCheckBar::sayResult(const client::RecordCheck &check)
{
    if (!check.problem.isEmpty()) {
        end(Tone::Danger, tr("The record does not hold together: %1.").arg(check.problem));
        return;
    }
    end(Tone::Good,
        tr("%Ln entries hold together; checkpoints cover %1 of them. Whether the checkpoints are signed by your key, "
           "gatehouse audit verify says.",
           nullptr, int(check.entries))
            .arg(QLocale().toString(check.covered)));
}

void RecordCheckBar::exportTo(const QString &path)
{
    if (m_running)
        return;
    begin(tr("Reading the record…"));
    download([this, path](const QByteArray &lines) {
        QSaveFile file(path);
        const bool written = file.open(QIODevice::WriteOnly) && file.write(lines) == lines.size() && file.commit();
        end(written ? Tone::Good : Tone::Danger,
            written ? tr("Saved as %1.").arg(path) : tr("%1 cannot be written: %2.").arg(path, file.errorString()));
    });
}

} // namespace gatehouse::desktop
