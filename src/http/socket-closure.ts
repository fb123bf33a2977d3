/** A websocket is to be closed with this code, as whoever opened it is not let in. */
export class SocketClosure extends Error {
  override readonly name = 'SocketClosure';

  constructor(
    readonly code: number,
    readonly reason: string,
  ) {
    super(reason);
  }
}

/** Tells clients to come again later: the protocol's own codes would tell them not to. */
export const TRY_AGAIN_LATER = 1013;
