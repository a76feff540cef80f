#pragma once

namespace gatehouse::auth {

// What the bodies under /auth look like, as JSON Schemas, each with an example. Requests are validated by them, answers are
// described by them; rules that a schema says badly are in credential_rules.h.

inline constexpr char kCredentials[] =
    R"({"type":"object","additionalProperties":false,"required":["username","password"],"properties":{
"username":{"type":"string","maxLength":50},"password":{"type":"string","maxLength":1024}}})";
inline constexpr char kCredentialsExample[] = R"({"username":"admin","password":"Correct-Horse-7!"})";
inline constexpr char kRegistration[] =
    R"({"type":"object","additionalProperties":false,"required":["username","password"],"properties":{
"username":{"type":"string","maxLength":50,"description":"3 to 50 letters, digits and underscores; unique without regard to case."},
"password":{"type":"string","maxLength":1024,"description":"At least 8 characters, with an upper-case and a lower-case letter, a digit and a special character; not the username."},
"setup_code":{"type":"string","maxLength":64,"description":"For the first user, when not registering from the server itself."}}})";
inline constexpr char kRefresh[] =
    R"({"type":"object","additionalProperties":false,"properties":{
"refresh_token":{"type":"string","maxLength":128,"description":"Without it the cookie is used."}}})";
inline constexpr char kRefreshExample[] = R"({"refresh_token":"mZ0tXr5c0v8yq3n2Jd7Wb1Kf9Lh4Gs6PaUeRiTo5Xy8"})";
inline constexpr char kPasswordChange[] =
    R"({"type":"object","additionalProperties":false,"required":["current","new"],"properties":{
"current":{"type":"string","maxLength":1024},
"new":{"type":"string","maxLength":1024,"description":"As when registering."}}})";
inline constexpr char kPasswordExample[] = R"({"current":"Correct-Horse-7!","new":"Another-Horse-8?"})";

inline constexpr char kUser[] =
    R"({"type":"object","additionalProperties":false,"required":["id","username","role"],"properties":{
"id":{"type":"string"},"username":{"type":"string"},"role":{"type":"string","enum":["user","operator","admin"]}}})";
inline constexpr char kUserExample[] = R"({"id":"01KAHWD0E1Q6V8J9M4S5T6W7X8","username":"admin","role":"admin"})";
inline constexpr char kTokens[] =
    R"({"type":"object","additionalProperties":false,
"required":["access_token","token","refresh_token","token_type","expires_in","csrf_token","user"],"properties":{
"access_token":{"type":"string","description":"A JSON Web Token, for `Authorization: Bearer`."},
"token":{"type":"string","description":"Repeats `access_token`, for older clients."},
"refresh_token":{"type":"string","description":"For `POST /auth/refresh`, once."},
"token_type":{"type":"string","enum":["Bearer"]},
"expires_in":{"type":"integer","minimum":1,"description":"Life of the access token in seconds."},
"csrf_token":{"type":"string","description":"For `X-CSRF-Token`, when the cookie is used."},
"user":{"type":"object","additionalProperties":false,"required":["id","username","role"],"properties":{
"id":{"type":"string"},"username":{"type":"string"},"role":{"type":"string","enum":["user","operator","admin"]}}}}})";
inline constexpr char kTokensExample[] =
    R"({"access_token":"eyJhbGciOiJIUzI1NiIs…","token":"eyJhbGciOiJIUzI1NiIs…","refresh_token":"mZ0tXr5c0v8yq3n2Jd7W…",
"token_type":"Bearer","expires_in":900,"csrf_token":"b3Jlb3Jlb3Jl…",
"user":{"id":"01KAHWD0E1Q6V8J9M4S5T6W7X8","username":"admin","role":"admin"}})";
inline constexpr char kMe[] = R"({"type":"object","additionalProperties":false,
"required":["id","username","role","session","expires_at","csrf_token"],"properties":{
"id":{"type":"string"},"username":{"type":"string"},"role":{"type":"string","enum":["user","operator","admin"]},
"session":{"type":"string","description":"As in `/auth/sessions`."},
"expires_at":{"type":"string","format":"date-time","description":"When this access token ends."},
"csrf_token":{"type":"string"}}})";
inline constexpr char kMeExample[] = R"({"id":"01KAHWD0E1Q6V8J9M4S5T6W7X8","username":"admin","role":"admin",
"session":"01KAHWE5Z0B3C4D5E6F7G8H9JK","expires_at":"2026-01-31T12:15:00.000Z","csrf_token":"b3Jlb3Jlb3Jl…"})";
inline constexpr char kSessions[] = R"({"type":"object","additionalProperties":false,"required":["items","next"],"properties":{
"items":{"type":"array","items":{"type":"object","additionalProperties":false,
"required":["id","created_at","last_used_at","expires_at","client","current"],"properties":{
"id":{"type":"string"},"created_at":{"type":"string","format":"date-time"},"last_used_at":{"type":"string","format":"date-time"},
"expires_at":{"type":"string","format":"date-time"},"client":{"type":"string","description":"The address it began from."},
"current":{"type":"boolean","description":"Whether it is the one that asks."}}}},
"next":{"type":["string","null"],"description":"For `after`, to get the next page; null on the last."}}})";
inline constexpr char kSessionsExample[] =
    R"({"items":[{"id":"01KAHWE5Z0B3C4D5E6F7G8H9JK","created_at":"2026-01-31T12:00:00.000Z",
"last_used_at":"2026-01-31T12:04:10.000Z","expires_at":"2026-02-07T12:00:00.000Z","client":"192.0.2.7","current":true}],"next":null})";

} // namespace gatehouse::auth
