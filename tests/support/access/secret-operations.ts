/** Operations that take or show secrets, and lists of what has some. */
export const SIGN_IN =
  'mutation ($input: SignInInput!) { signIn(input: $input) { me { actor { name } } userErrors { message } } }';
export const CREATE_KEY =
  'mutation ($input: CreateKeyInput!) { createKey(input: $input) { key { id prefix } token userErrors { message } } }';
export const INVITE =
  'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { invitation { id } link userErrors { message } } }';
export const ACCEPT =
  'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { agency { id } userErrors { message } } }';
export const CREATE_LINK =
  'mutation ($id: ID!) { createPasswordLink(id: $id) { link userErrors { message } } }';
export const RESET =
  'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { me { actor { name } } userErrors { message } } }';
export const CHANGE =
  'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { me { actor { name } } userErrors { message } } }';
export const LISTS = `{
  keys { nodes { id name prefix createdBy } } invitations { nodes { id email status } }
  members { nodes { id email } } sessions { id origin }
  auditLog(first: 100) { nodes { action before after reason } } me { actor { name } }
}`;
