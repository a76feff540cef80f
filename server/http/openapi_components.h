#pragma once

#include "http/openapi.h"

#include <QJsonObject>

namespace gatehouse::http {

// The parts of the OpenAPI document that do not depend on any route.

/// `info`, with what holds for every endpoint in words.
[[nodiscard]] QJsonObject openApiInfo(const ApiDescription &api);

/// `components` without the routes' own schemas: headers, problem answers, the problem's schema, security schemes.
[[nodiscard]] QJsonObject sharedComponents(const ApiDescription &api);

/// References to the headers of every answer of a limited route.
[[nodiscard]] QJsonObject commonHeaders();

/// A reference to the shared answer of that name.
[[nodiscard]] QJsonObject sharedAnswer(const QString &name);

/// `{type: {schema: …}}`, with an example unless that is null.
[[nodiscard]] QJsonObject mediaType(const QString &type, const QJsonValue &schema, const QJsonValue &example = {});

/// `{$ref: #/components/SECTION/NAME}`.
[[nodiscard]] QJsonObject componentReference(const QString &section, const QString &name);

/// The object, array, string, … that `json` is the text of.
[[nodiscard]] QJsonValue parsedJson(const QByteArray &json);

} // namespace gatehouse::http
