#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QJsonObject>

#include <memory>
#include <vector>

namespace gatehouse::http {

/// A JSON Schema (draft 7), compiled once. Movable; const use is thread-safe.
class SchemaValidator
{
public:
    /// A schema is part of the program: one that does not compile ends it with a message.
    [[nodiscard]] static SchemaValidator compile(const QByteArray &schema);
    SchemaValidator(SchemaValidator &&) noexcept;
    SchemaValidator &operator=(SchemaValidator &&) noexcept;
    ~SchemaValidator();

    /// What in `object` breaks the schema, by field; empty when nothing does. Values are never repeated.
    [[nodiscard]] std::vector<FieldError> problemsOf(const QJsonObject &object) const;

private:
    struct Compiled;
    explicit SchemaValidator(std::unique_ptr<const Compiled> compiled);
    std::unique_ptr<const Compiled> m_compiled;
};

} // namespace gatehouse::http
