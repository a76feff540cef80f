#include "audit/checkpoint_anchor.h"

#include "outbound/http_poster.h"

#include <QByteArrayList>
#include <QFile>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace gatehouse::audit {

namespace {

constexpr QByteArrayView kFile = "file:";
constexpr std::chrono::seconds kPatience{5};

std::unexpected<Error> failed(const QString &place, const QString &why)
{
    return failure(ErrorKind::Unavailable, u"the checkpoint cannot be handed to %1: %2"_s.arg(place, why));
}

class FileAnchor final : public CheckpointAnchor
{
public:
    explicit FileAnchor(QString path)
        : m_path(std::move(path))
    {
    }

    Result<void> publish(const QByteArray &note) override
    {
        QFile file(m_path);
        const QByteArray text = anchoredText(note);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
            return failed(m_path, file.errorString());
        // In one piece, as other instances may write to the same file.
        if (file.write(text) != text.size() || ::fsync(file.handle()) != 0)
            return failed(m_path, QString::fromLocal8Bit(std::strerror(errno)));
        return {};
    }

private:
    const QString m_path;
};

class OutputAnchor final : public CheckpointAnchor
{
public:
    Result<void> publish(const QByteArray &note) override
    {
        const QByteArray text = anchoredText(note);
        const bool written = std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout)
                == static_cast<std::size_t>(text.size())
            && std::fflush(stdout) == 0;
        return written ? Result<void>() : failed(u"standard output"_s, QString::fromLocal8Bit(std::strerror(errno)));
    }
};

class UrlAnchor final : public CheckpointAnchor
{
public:
    explicit UrlAnchor(QUrl url)
        : m_url(std::move(url))
    {
    }

    Result<void> publish(const QByteArray &note) override
    {
        outbound::HttpPoster poster(kPatience); // of the thread that calls
        const auto answer = poster.post(m_url, {{"Content-Type", "text/plain; charset=utf-8"}}, note);
        if (!answer)
            return failed(outbound::toDisplay(m_url), answer.error().detail);
        if (answer->status >= 300)
            return failed(outbound::toDisplay(m_url), u"it answered %1"_s.arg(answer->status));
        return {};
    }

private:
    const QUrl m_url;
};

} // namespace

Result<std::unique_ptr<CheckpointAnchor>> anchorFrom(const QByteArray &setting)
{
    if (setting == "stdout")
        return std::make_unique<OutputAnchor>();
    if (setting.startsWith(kFile) && setting.size() > kFile.size())
        return std::make_unique<FileAnchor>(QString::fromUtf8(setting.sliced(kFile.size())));
    if (setting.startsWith("http")) {
        const Result<QUrl> url = outbound::postTarget(setting);
        if (!url)
            return std::unexpected(url.error());
        return std::make_unique<UrlAnchor>(*url);
    }
    return failure(ErrorKind::Invalid, u"an anchor is stdout, file:/path or a URL"_s);
}

QByteArray anchoredText(const QByteArray &note)
{
    return note + '\n';
}

std::vector<QByteArray> notesIn(QByteArrayView text)
{
    // A note has one empty line, between its text and its signatures; another one follows it.
    std::vector<QByteArray> notes;
    for (QByteArrayView rest = text; !rest.isEmpty();) {
        const qsizetype signatures = rest.indexOf("\n\n");
        const qsizetype end = signatures < 0 ? -1 : rest.indexOf("\n\n", signatures + 2);
        notes.push_back(end < 0 ? rest.toByteArray() : rest.first(end + 1).toByteArray());
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 2);
    }
    return notes;
}

} // namespace gatehouse::audit
