#include "core/terminal.h"

#include <QFile>

#include <algorithm>
#include <cstdio>

#include <termios.h>
#include <unistd.h>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

/// Turns the terminal's echo off for as long as it lives.
class EchoOff
{
public:
    EchoOff()
    {
        m_active = isatty(STDIN_FILENO) == 1 && tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_active)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~EchoOff()
    {
        if (m_active)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    EchoOff(const EchoOff &) = delete;
    EchoOff &operator=(const EchoOff &) = delete;
    [[nodiscard]] bool isActive() const { return m_active; }

private:
    termios m_before{};
    bool m_active = false;
};

bool steers(QChar c)
{
    return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
}

bool writeTo(FILE *stream, QByteArrayView bytes)
{
    const auto size = static_cast<size_t>(bytes.size());
    return std::fwrite(bytes.data(), 1, size, stream) == size && std::fflush(stream) == 0;
}

} // namespace

QString printable(QString text, bool lines)
{
    for (QChar &c : text) {
        if (steers(c) && !(lines && (c == u'\n' || c == u'\t')))
            c = QChar::ReplacementCharacter;
    }
    return text;
}

void Terminal::print(const QString &line)
{
    writeTo(stdout, line.toUtf8() + '\n');
}

void Terminal::printError(const QString &line)
{
    writeTo(stderr, line.toUtf8() + '\n');
}

bool Terminal::write(QByteArrayView bytes)
{
    return writeTo(stdout, bytes);
}

void Terminal::writeError(QByteArrayView bytes)
{
    writeTo(stderr, bytes);
}

void Terminal::printJson(const QJsonDocument &document)
{
    QString text;
    for (const QChar c : QString::fromUtf8(document.toJson())) {
        if (steers(c) && c != u'\n')
            text += u"\\u%1"_s.arg(uint(c.unicode()), 4, 16, QChar(u'0'));
        else
            text += c;
    }
    writeTo(stdout, text.toUtf8());
}

void Terminal::printTable(const QStringList &header, const std::vector<QStringList> &rows)
{
    std::vector<QStringList> lines{header};
    lines.insert(lines.end(), rows.begin(), rows.end());
    for (QStringList &cells : lines)
        std::ranges::transform(cells, cells.begin(), [](const QString &cell) { return printable(cell); });
    std::vector<qsizetype> widths;
    for (const QStringList &cells : lines) {
        widths.resize(std::max(widths.size(), static_cast<std::size_t>(cells.size())));
        for (qsizetype i = 0; i < cells.size(); ++i)
            widths[static_cast<std::size_t>(i)] = std::max(widths[static_cast<std::size_t>(i)], cells[i].size());
    }
    const bool underlined = isOutputTerminal();
    for (std::size_t row = 0; row < lines.size(); ++row) {
        const QStringList &cells = lines[row];
        QString text;
        for (qsizetype i = 0; i < cells.size(); ++i)
            text += i + 1 == cells.size() ? cells[i] : cells[i].leftJustified(widths[static_cast<std::size_t>(i)] + 2);
        print(row == 0 && underlined ? u"\x1b[4m%1\x1b[0m"_s.arg(text) : text);
    }
}

bool Terminal::isInteractive() const
{
    return isatty(STDIN_FILENO) == 1;
}

bool Terminal::isOutputTerminal() const
{
    return isatty(STDOUT_FILENO) == 1;
}

bool Terminal::isErrorTerminal() const
{
    return isatty(STDERR_FILENO) == 1;
}

Result<SecretBytes> Terminal::readSecret(const QString &prompt)
{
    const EchoOff echoOff;
    if (echoOff.isActive())
        writeTo(stderr, prompt.toUtf8() + ": ");

    constexpr qsizetype kLongest = 64 * 1024;
    SecretBytes buffer = SecretBytes::ofSize(kLongest);
    qsizetype size = 0;
    bool any = false;
    // Unbuffered, so that no copy of the secret stays behind in the C library.
    while (size < kLongest && ::read(STDIN_FILENO, buffer.data() + size, 1) == 1) {
        any = true;
        if (buffer.data()[size] == '\n')
            break;
        ++size;
    }
    if (echoOff.isActive())
        writeTo(stderr, "\n");
    if (!any)
        return failure(ErrorKind::Malformed, u"nothing on standard input"_s);
    if (size == kLongest)
        return failure(ErrorKind::TooLarge, u"the first line of standard input is too long"_s);
    if (size > 0 && buffer.data()[size - 1] == '\r')
        --size;
    return SecretBytes(buffer.view().first(size));
}

Result<SecretBytes> Terminal::readAll(qsizetype limit)
{
    SecretBytes buffer = SecretBytes::ofSize(limit + 1);
    qsizetype size = 0;
    while (size <= limit) {
        const auto got = ::read(STDIN_FILENO, buffer.data() + size, static_cast<size_t>(limit + 1 - size));
        if (got <= 0)
            break;
        size += got;
    }
    if (size > limit)
        return failure(ErrorKind::TooLarge, u"more than %1 bytes on standard input"_s.arg(limit));
    return SecretBytes(buffer.view().first(size));
}

} // namespace gatehouse
