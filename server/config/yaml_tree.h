#pragma once

#include <QByteArray>
#include <QString>

#include <expected>
#include <vector>

namespace gatehouse::config {

/// One node of a YAML document, as small as a settings file needs it.
struct YamlNode {
    enum class Kind { Nothing, Scalar, List, Map };

    Kind kind = Kind::Nothing;
    QByteArray text; ///< of a scalar
    int line = 1;
    int column = 1;
    std::vector<YamlNode> children; ///< of a map: key, value, key, value …
    const char *refused = nullptr; ///< why this node may not be used: it has a tag, an anchor, or is an alias
};

/// Why a text is no usable YAML.
struct YamlFailure {
    int line = 1;
    int column = 1;
    QString problem; ///< never holds a part of the text
};

/// Reads one document of YAML 1.2, with at most `mostNodes` nodes, nested at most `deepest` deep. Aliases are never followed, so
/// that a small text cannot become a large tree. Thread-safe.
[[nodiscard]] std::expected<YamlNode, YamlFailure> parseYaml(const QByteArray &text, int mostNodes, int deepest);

} // namespace gatehouse::config
