#pragma once

#include "http_client.h"

#include <QJsonObject>
#include <QJsonValue>

#include <vector>

namespace gatehouse::e2e {

/// One operation of an OpenAPI document, references resolved.
struct Operation {
    QByteArray method; ///< upper case
    QString path; ///< with `{…}`
    QJsonObject description;

    [[nodiscard]] QString id() const;
    /// The path with the examples of its parameters.
    [[nodiscard]] QByteArray examplePath() const;
    [[nodiscard]] bool hasPathParameters() const { return path.contains(u'{'); }
    [[nodiscard]] bool takesBody() const;
    /// The example of its body, as JSON; null without one.
    [[nodiscard]] QByteArray exampleBody() const;
};

/// An OpenAPI document, to hold a running server to.
class ApiDocument
{
public:
    explicit ApiDocument(const QJsonObject &document);

    [[nodiscard]] const std::vector<Operation> &operations() const { return m_operations; }
    [[nodiscard]] const Operation &operation(const QString &id) const;

    /// What is wrong with `answer` as an answer of `operation`: a status that is not declared, a header that is missing, another
    /// type, a body that breaks its schema. Empty when it is as described.
    [[nodiscard]] static QString flawOf(const Operation &operation, const Answer &answer);
    /// What is wrong with an example of the document; empty when all hold.
    [[nodiscard]] QString flawOfExamples() const;

private:
    std::vector<Operation> m_operations;
};

} // namespace gatehouse::e2e
