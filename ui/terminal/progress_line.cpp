#include "terminal/progress_line.h"

#include "terminal/human_units.h"

using namespace Qt::StringLiterals;

namespace gatehouse::terminal {

namespace {

constexpr int kBarWidth = 30;
constexpr QByteArrayView kClearLine = "\r\x1b[K";

} // namespace

ProgressLine::ProgressLine(QString label, Terminal &terminal)
    : m_label(std::move(label))
    , m_terminal(terminal)
{
}

ProgressLine::~ProgressLine()
{
    clear();
}

void ProgressLine::clear()
{
    if (!m_shown.isEmpty())
        m_terminal.writeError(kClearLine);
    m_shown.clear();
}

client::Transfer ProgressLine::watching(client::TransferProgress::Direction direction)
{
    client::Transfer transfer;
    if (m_terminal.isErrorTerminal()) {
        transfer.progress = [this, direction](const client::TransferProgress &progress) {
            if (progress.direction == direction)
                show(progress);
        };
    }
    return transfer;
}

void ProgressLine::show(const client::TransferProgress &progress)
{
    QString line = u"%1 %2"_s.arg(m_label, sizeText(progress.done));
    if (progress.total > 0) {
        const int filled = static_cast<int>(progress.done * kBarWidth / progress.total);
        line = u"%1 [%2%3] %4% of %5"_s.arg(m_label, QString(filled, u'#'), QString(kBarWidth - filled, u'.'))
                   .arg(progress.done * 100 / progress.total)
                   .arg(sizeText(progress.total));
    }
    if (line == m_shown)
        return;
    m_shown = line;
    m_terminal.writeError(kClearLine.toByteArray() + line.toUtf8());
}

} // namespace gatehouse::terminal
