#include "desktop/audit/record_check_bar.h"

#include "client/joined_export.h"
#include "desktop/state/trouble_words.h"
#include "desktop/theme/button.h"
#include "desktop/theme/spacing.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLocale>
#include <QProgressBar>
#include <QThreadPool>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr int kSteps = 1000;
const QString kExport = u"/api/v1/admin/audit/export"_s;
constexpr qint64 kLargestPiece = 1 << 30; ///< bytes; some hundred for an entry are usual

/// The query of the piece that comes next; empty: there is none. Where it leads is the server's to say only in the query.
QString nextOf(const client::ApiAnswer &answer)
{
    const QByteArray link = answer.header("Link");
    const qsizetype begin = link.indexOf('?') + 1;
    const qsizetype end = link.indexOf('>');
    return begin > 0 && end > begin && link.contains("rel=\"next\"") ? QString::fromLatin1(link.sliced(begin, end - begin))
                                                                     : QString();
}

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
    m_take = {}; // with what it holds, such as a file that was begun
    m_done = {};
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

/// From the first piece to the last, one after the other: a record may be larger than memory.
void RecordCheckBar::read(Take take, std::function<void()> done)
{
    m_take = std::move(take);
    m_done = std::move(done);
    m_total = 0;
    m_call = m_session.get(u"/api/v1/admin/audit"_s, u"limit=1"_s, this, [this](const client::ApiAnswer &answer) {
        const QJsonArray newest = answer.json().value("items"_L1).toArray();
        m_total = newest.isEmpty() ? 0 : quint64(newest.first()["sequence"_L1].toInteger()) + 1;
        readPiece(u"format=jsonl&limit=%1"_s.arg(m_pieceSize));
    });
}

void RecordCheckBar::readPiece(const QString &query)
{
    m_call = m_session.call({.path = kExport, .query = query, .answerLimit = kLargestPiece}, this,
                            [this](const client::ApiAnswer &answer) {
                                if (const auto trouble = client::Trouble::of(answer))
                                    end(Tone::Danger, TroubleWords::sentences(*trouble));
                                else
                                    takePiece(answer.body, nextOf(answer));
                            });
}

void RecordCheckBar::takePiece(const QByteArray &piece, const QString &next)
{
    const QPointer<RecordCheckBar> self(this);
    QThreadPool::globalInstance()->start([self, piece, next, take = m_take, cancelled = m_cancelled] {
        const bool goesOn = take(piece, next.isEmpty()) && !next.isEmpty();
        const auto proceed = [self, next, goesOn, cancelled] {
            if (!self || *cancelled)
                return;
            if (goesOn)
                self->readPiece(next);
            else
                std::exchange(self->m_done, {})(); // which ends this
        };
        QMetaObject::invokeMethod(qApp, proceed, Qt::QueuedConnection);
    });
}

std::function<bool(quint64)> RecordCheckBar::progress()
{
    return [self = QPointer(this), cancelled = m_cancelled](quint64 next) {
        const auto show = [self, cancelled, next] {
            if (!self || *cancelled || self->m_total == 0)
                return;
            self->m_progress->setRange(0, kSteps);
            self->m_progress->setValue(int(std::min(next, self->m_total) * kSteps / self->m_total));
        };
        QMetaObject::invokeMethod(qApp, show, Qt::QueuedConnection);
        return !*cancelled;
    };
}

void RecordCheckBar::check()
{
    if (m_running)
        return;
    begin(tr("Reading the record…"));
    const auto checker = std::make_shared<client::RecordChecker>(); // shared with the thread that takes pieces
    read([checker, told = progress()](const QByteArray &piece, bool) { return checker->take(piece, told); },
         [this, checker] { sayResult(checker->finish()); });
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
            .arg(QLocale().toString(check.covered > check.first ? check.covered - check.first : 0)));
}

void RecordCheckBar::exportTo(const QString &path)
{
    if (m_running)
        return;
    begin(tr("Reading the record…"));
    struct Saving {
        explicit Saving(const QString &path)
            : file(path)
        {
        }
        client::JoinedExport file;
        Result<void> outcome;
        quint64 pieces = 0;
    };
    const auto saving = std::make_shared<Saving>(path); // shared with the thread that writes
    const auto take = [saving, told = progress(), size = m_pieceSize](const QByteArray &piece, bool isLast) {
        saving->outcome = saving->file.take(piece);
        if (saving->outcome && isLast)
            saving->outcome = saving->file.finish();
        return saving->outcome && told(++saving->pieces * quint64(size));
    };
    read(take, [this, saving, path] {
        if (saving->outcome)
            end(Tone::Good, tr("Saved as %1.").arg(path));
        else
            end(Tone::Danger, tr("%1 cannot be written: %2.").arg(path, saving->outcome.error().detail));
    });
}

} // namespace gatehouse::desktop
