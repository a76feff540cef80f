/** The token that an invitation's fragment brings along, "" for none. */
export function invitationToken(fragment) {
  return /^token=([A-Za-z0-9._~+/=-]{1,512})$/.exec(fragment)?.[1] ?? "";
}
