#include "config/yaml_tree.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <sstream>

namespace gatehouse::config {

using namespace Qt::StringLiterals;

namespace {

/// Builds the tree from the parser's events, within bounds. The parser can be stopped only by an exception; parseYaml() makes it
/// a value again.
class TreeBuilder final : public YAML::EventHandler
{
public:
    TreeBuilder(int mostNodes, int deepest)
        : m_nodesLeft(mostNodes)
        , m_deepest(static_cast<std::size_t>(deepest))
    {
    }

    [[nodiscard]] YamlNode takeRoot() { return std::move(m_root); }

    void OnDocumentStart(const YAML::Mark &) override { }
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        add(makeNode(YamlNode::Kind::Nothing, mark, {}, anchor));
    }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override
    {
        YamlNode node = makeNode(YamlNode::Kind::Nothing, mark, {}, YAML::NullAnchor);
        node.refused = "an alias is not allowed; write the value itself, in quotes when it starts with *";
        add(std::move(node));
    }
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, const std::string &value) override
    {
        YamlNode node = makeNode(YamlNode::Kind::Scalar, mark, tag, anchor);
        node.text = QByteArray::fromStdString(value);
        add(std::move(node));
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        open(makeNode(YamlNode::Kind::List, mark, tag, anchor), mark);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        open(makeNode(YamlNode::Kind::Map, mark, tag, anchor), mark);
    }
    void OnMapEnd() override { close(); }

private:
    [[nodiscard]] YamlNode makeNode(YamlNode::Kind kind, const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor)
    {
        if (--m_nodesLeft < 0)
            throw YAML::ParserException(mark, "too many values");
        YamlNode node{.kind = kind, .text = {}, .line = mark.line + 1, .column = mark.column + 1, .children = {}};
        if (anchor != YAML::NullAnchor)
            node.refused = "an anchor is not allowed; write the value without it, in quotes when it starts with &";
        else if (!tag.empty() && tag != "?" && tag != "!") // what the parser says of plain and of quoted values
            node.refused = "a tag is not allowed; write the value without it, in quotes when it starts with !";
        return node;
    }

    void open(YamlNode node, const YAML::Mark &mark)
    {
        if (m_open.size() >= m_deepest)
            throw YAML::ParserException(mark, "nested too deeply");
        m_open.push_back(std::move(node));
    }

    void close()
    {
        YamlNode node = std::move(m_open.back());
        m_open.pop_back();
        add(std::move(node));
    }

    void add(YamlNode node)
    {
        if (m_open.empty())
            m_root = std::move(node);
        else
            m_open.back().children.push_back(std::move(node));
    }

    YamlNode m_root;
    std::vector<YamlNode> m_open;
    int m_nodesLeft;
    std::size_t m_deepest;
};

/// What the parser has to say, without what it quotes of the text: that could be half of a secret.
QString withoutQuotation(const std::string &message)
{
    const QString text = QString::fromStdString(message);
    return text.first(text.contains(u": ") ? text.indexOf(u": ") : text.size());
}

} // namespace

std::expected<YamlNode, YamlFailure> parseYaml(const QByteArray &text, int mostNodes, int deepest)
{
    try {
        std::istringstream stream(text.toStdString());
        YAML::Parser parser(stream);
        TreeBuilder first(mostNodes, deepest);
        if (!parser.HandleNextDocument(first))
            return YamlNode();
        TreeBuilder second(mostNodes, deepest);
        if (parser.HandleNextDocument(second))
            return std::unexpected(YamlFailure{second.takeRoot().line, 1, u"only one document is allowed"_s});
        return first.takeRoot();
    } catch (const YAML::Exception &exception) {
        const int line = exception.mark.is_null() ? 1 : exception.mark.line + 1;
        const int column = exception.mark.is_null() ? 1 : exception.mark.column + 1;
        return std::unexpected(YamlFailure{line, column, withoutQuotation(exception.msg)});
    } catch (const std::exception &) {
        return std::unexpected(YamlFailure{1, 1, u"cannot be read as YAML"_s});
    }
}

} // namespace gatehouse::config
