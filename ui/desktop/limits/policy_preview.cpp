#include "desktop/limits/policy_preview.h"

#include "desktop/limits/limit_words.h"
#include "desktop/theme/button.h"
#include "desktop/theme/spacing.h"

#include <QGridLayout>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse::desktop {

namespace {

constexpr std::chrono::milliseconds kMoment = 300ms; ///< without another change
constexpr std::chrono::seconds kAlmostAnHour = 59min;

QString rangeText(qint64 least, qint64 most)
{
    const QLocale locale;
    return least == most
        ? locale.toString(least)
        : PolicyPreview::tr("%1 to %2", "between two numbers").arg(locale.toString(least), locale.toString(most));
}

QString spanText(std::chrono::seconds covered)
{
    if (covered >= kAlmostAnHour)
        return PolicyPreview::tr("In the last hour");
    const auto minutes = std::max<qint64>(1, std::chrono::round<std::chrono::minutes>(covered).count());
    return PolicyPreview::tr("In the last %1 min").arg(QLocale().toString(minutes));
}

/// All that the policies refuse together, at most.
qint64 sumOf(const client::LimitPreview &preview, client::LimitPreview::Refusals client::LimitPreview::Forecast::*which)
{
    qint64 sum = 0;
    for (const client::LimitPreview::Forecast &forecast : preview.forecasts)
        sum += (forecast.*which).requestsAtMost;
    return sum;
}

bool isRange(const client::LimitPreview &preview)
{
    return std::ranges::any_of(preview.forecasts, [](const client::LimitPreview::Forecast &forecast) {
        return forecast.then.requestsAtLeast != forecast.then.requestsAtMost
            || forecast.now.requestsAtLeast != forecast.now.requestsAtMost;
    });
}

} // namespace

PolicyPreview::PolicyPreview(Theme &theme, LimitModel &model, QWidget *parent)
    : QFrame(parent)
    , m_model(model)
    , m_summary((new Label(TextStyle::Strong))->wrapped())
    , m_again(makeButton(theme, tr("Try again"), ButtonKind::Plain))
    , m_numbers(new QWidget)
    , m_grid(new QGridLayout(m_numbers))
    , m_note((new Label(TextStyle::Caption))->muted()->wrapped())
{
    setProperty("surface", u"card"_s);
    m_again->setAutoDefault(false);
    m_again->hide();
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(kGapLarge);
    m_grid->setVerticalSpacing(kGapTiny);
    m_grid->setColumnStretch(0, 1);
    auto *const head = new QHBoxLayout;
    head->setSpacing(kGapSmall);
    head->addWidget(m_summary, 1);
    head->addWidget(m_again);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap, kGap, kGap, kGap);
    layout->setSpacing(kGapSmall);
    layout->addLayout(head);
    layout->addWidget(m_numbers);
    layout->addWidget(m_note);
    m_note->hide();
    m_soon.setSingleShot(true);
    m_soon.setInterval(kMoment);
    connect(&m_soon, &QTimer::timeout, this, &PolicyPreview::send);
    connect(m_again, &QPushButton::clicked, this, &PolicyPreview::send);
}

void PolicyPreview::ask(const client::LimitPolicy &policy)
{
    m_policy = policy;
    if (m_grid->count() == 0) { // room for what will come
        client::LimitPreview unknown;
        unknown.covered = 1h;
        unknown.forecasts.resize(LimitWords::settableName(policy.name) == "sign_in"_L1 ? 2 : 1);
        fill(unknown, false);
    }
    setStale(true);
    m_soon.start();
}

void PolicyPreview::clear()
{
    m_soon.stop();
    if (m_call)
        m_call->cancel();
    setStale(true);
    m_summary->setText(tr("These numbers cannot be tried."));
}

void PolicyPreview::setStale(bool stale)
{
    m_numbers->setEnabled(!stale);
    m_again->hide();
    if (!stale)
        return;
    m_summary->setTone(Tone::Neutral);
    m_summary->setText(tr("Trying it on the last hour…"));
}

void PolicyPreview::send()
{
    if (m_call)
        m_call->cancel();
    setStale(true);
    m_call = m_model.preview(m_policy, this, [this](const std::expected<client::LimitPreview, client::Trouble> &preview) {
        if (preview)
            showPreview(*preview);
        else
            showTrouble(preview.error());
    });
}

void PolicyPreview::showPreview(const client::LimitPreview &preview)
{
    using Forecast = client::LimitPreview::Forecast;
    setStale(false);
    const bool cameNobody = std::ranges::all_of(preview.forecasts, [](const Forecast &one) { return one.requests == 0; });
    const qint64 now = sumOf(preview, &Forecast::now);
    const qint64 then = sumOf(preview, &Forecast::then);
    m_summary->setTone(then > now ? Tone::Warning : then < now ? Tone::Good : Tone::Neutral);
    if (cameNobody)
        m_summary->setText(tr("Nobody came in the last hour: there is nothing to try it on."));
    else if (then > now)
        m_summary->setText(tr("It would have refused more than now."));
    else if (then < now)
        m_summary->setText(then == 0 ? tr("It would have refused nobody.") : tr("It would have refused less than now."));
    else
        m_summary->setText(then == 0 ? tr("It refuses nobody, as now.") : tr("It would have refused as many as now."));
    fill(preview, true);
    QStringList notes;
    if (m_policy.shadow && then > 0)
        notes.append(tr("In shadow mode they are only counted, and let through."));
    if (isRange(preview))
        notes.append(tr("Requests are remembered by ten seconds, so the truth lies between the two numbers."));
    if (preview.notCounted > 0)
        notes.append(tr("Not in it, for want of room: requests %1.").arg(QLocale().toString(preview.notCounted)));
    m_note->setText(notes.join(u'\n'));
    m_note->setVisible(!notes.isEmpty());
}

void PolicyPreview::showTrouble(const client::Trouble &trouble)
{
    m_summary->setTone(Tone::Danger);
    m_summary->setText(trouble.title + u". "_s + trouble.remedy);
    m_again->setVisible(trouble.mayRetry);
}

void PolicyPreview::fill(const client::LimitPreview &preview, bool isKnown)
{
    while (QLayoutItem *const item = m_grid->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_row = 0;
    const QLocale locale;
    const auto text = [isKnown](const QString &known) { return isKnown ? known : u"–"_s; };
    for (const client::LimitPreview::Forecast &forecast : preview.forecasts) {
        const QString head =
            preview.forecasts.size() > 1 && isKnown ? LimitWords::policyName(forecast.policy) : spanText(preview.covered);
        addRow(head, tr("Requests"), tr("Callers"), true);
        addRow(tr("Came"), text(locale.toString(forecast.requests)), text(locale.toString(forecast.callers)));
        const auto addRefusals = [&](const QString &name, const client::LimitPreview::Refusals &refusals) {
            addRow(name, text(rangeText(refusals.requestsAtLeast, refusals.requestsAtMost)),
                   text(rangeText(refusals.callersAtLeast, refusals.callersAtMost)));
        };
        addRefusals(tr("Refused as it is now"), forecast.now);
        addRefusals(tr("Refused with these numbers"), forecast.then);
    }
}

void PolicyPreview::addRow(const QString &name, const QString &requests, const QString &callers, bool isHead)
{
    const auto add = [this, isHead](const QString &text, int column, Qt::Alignment alignment) {
        auto *const label = new Label(TextStyle::Body, text);
        m_grid->addWidget(isHead ? label->muted() : label, m_row, column, alignment);
        return label;
    };
    add(name, 0, {});
    add(requests, 1, Qt::AlignRight)->setAccessibleName(u"%1: %2"_s.arg(name, requests));
    add(callers, 2, Qt::AlignRight)->setAccessibleName(u"%1: %2"_s.arg(name, callers));
    ++m_row;
}

} // namespace gatehouse::desktop
