#include "config/configuration_file.h"

#include "config/yaml_tree.h"

#include <QSet>
#include <QStringDecoder>

#include <algorithm>

namespace gatehouse::config {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestKey = 100;

bool isKeyText(QByteArrayView text)
{
    return !text.isEmpty() && text.size() <= kLongestKey && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    });
}

/// The line of the first byte that has no place in a file of settings: no UTF-8, or a control character; 0 when there is none.
int lineOfBadByte(const QByteArray &text)
{
    int line = 1;
    for (const QByteArray &content : text.split('\n')) {
        const bool control = std::ranges::any_of(content, [](char c) {
            const auto byte = static_cast<unsigned char>(c);
            return (byte < 0x20 && c != '\t' && c != '\r') || byte == 0x7f;
        });
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString decoded = decoder(content);
        if (control || decoder.hasError())
            return line;
        ++line;
    }
    return 0;
}

/// Makes a flat list of settings of the tree.
class Flattening
{
public:
    Flattening(FileContent &content, const QString &name)
        : m_content(content)
        , m_name(name)
    {
    }

    void readMap(const YamlNode &map, const QByteArray &prefix)
    {
        QSet<QByteArray> names;
        for (std::size_t i = 0; i + 1 < map.children.size(); i += 2) {
            const YamlNode &key = map.children[i];
            const QByteArray full = prefix + key.text;
            const QString shown = full.isEmpty() ? m_name : shownName(full);
            if (key.kind != YamlNode::Kind::Scalar || key.refused != nullptr || !isKeyText(full))
                problem(shown, u"is no name of a setting"_s, key);
            else if (names.contains(key.text))
                problem(shown, u"is there twice"_s, key);
            else
                readValue(map.children[i + 1], full, key);
            names.insert(key.text);
        }
    }

private:
    void readValue(const YamlNode &node, const QByteArray &key, const YamlNode &keyNode)
    {
        const QString shown = QString::fromLatin1(key);
        if (node.refused != nullptr)
            return problem(shown, QString::fromLatin1(node.refused), node);
        if (node.kind == YamlNode::Kind::Map)
            return readMap(node, key + '.');
        if (m_keys.contains(key)) // `http.port` may be written in one piece as well as in its section
            return problem(shown, u"is there twice"_s, keyNode);
        m_keys.insert(key);

        FileValue value{key, FileValue::Shape::Nothing, {}, place(keyNode)};
        if (node.kind == YamlNode::Kind::Scalar) {
            value.shape = FileValue::Shape::Single;
            value.items.append(node.text);
        } else if (node.kind == YamlNode::Kind::List) {
            value.shape = FileValue::Shape::List;
            for (const YamlNode &item : node.children) {
                if (item.refused != nullptr)
                    return problem(shown, QString::fromLatin1(item.refused), item);
                if (item.kind != YamlNode::Kind::Scalar)
                    return problem(shown, u"may hold only plain values"_s, item);
                value.items.append(item.text);
            }
        }
        m_content.values.push_back(std::move(value));
    }

    void problem(const QString &where, const QString &what, const YamlNode &node)
    {
        m_content.problems.push_back({where, u"%1 (%2)"_s.arg(what, place(node))});
    }
    [[nodiscard]] QString place(const YamlNode &node) const { return u"%1:%2"_s.arg(m_name).arg(node.line); }

    FileContent &m_content;
    const QString &m_name;
    QSet<QByteArray> m_keys;
};

} // namespace

FileContent parseConfigurationFile(const QByteArray &text, const QString &name)
{
    FileContent content;
    if (text.size() > kLargestConfigurationFile) {
        content.problems.push_back({name, u"is larger than %1 KiB"_s.arg(kLargestConfigurationFile / 1024)});
        return content;
    }
    if (const int line = lineOfBadByte(text); line > 0) {
        content.problems.push_back({u"%1:%2"_s.arg(name).arg(line), u"holds a control character or is not UTF-8"_s});
        return content;
    }
    const auto root = parseYaml(text, kMostFileNodes, kDeepestFileNesting);
    if (!root) {
        const YamlFailure &failure = root.error();
        content.problems.push_back({u"%1:%2:%3"_s.arg(name).arg(failure.line).arg(failure.column), failure.problem});
    } else if (root->refused != nullptr) {
        content.problems.push_back({u"%1:%2"_s.arg(name).arg(root->line), QString::fromLatin1(root->refused)});
    } else if (root->kind == YamlNode::Kind::Map) {
        Flattening(content, name).readMap(*root, {});
    } else if (root->kind != YamlNode::Kind::Nothing) {
        content.problems.push_back({u"%1:%2"_s.arg(name).arg(root->line), u"is no map of settings"_s});
    }
    return content;
}

QString shownName(QByteArrayView name)
{
    QString text = QString::fromUtf8(name.first(std::min(name.size(), kLongestKey)));
    for (QChar &c : text) {
        if (!c.isPrint())
            c = u'?';
    }
    return name.size() > kLongestKey ? text + u"…"_s : text;
}

} // namespace gatehouse::config
