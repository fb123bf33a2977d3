import { randomUUID } from 'node:crypto';
import { Redis, type RedisOptions } from 'ioredis';
import { realTimer } from '../timer.js';
import { type Bus, BUS_PACE, type BusPace, type BusSettings } from './bus.js';
import { MergedCalls } from './merged-calls.js';

const CHANNEL = 'paceline:live';
const CONNECT_TIMEOUT_MS = 2_000;
/** Nothing is on its way that a farewell would save. */
const DISCONNECT_TIMEOUT_MS = 100;
const FIRST_RECONNECT_MS = 50;
const LAST_RECONNECT_MS = 2_000;

const OPTIONS: RedisOptions = {
  lazyConnect: true,
  connectTimeout: CONNECT_TIMEOUT_MS,
  disconnectTimeout: DISCONNECT_TIMEOUT_MS,
  // A signal that cannot be sent is not kept: whoever missed it looks every second anyway.
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  retryStrategy: (times) => Math.min(FIRST_RECONNECT_MS * 2 ** (times - 1), LAST_RECONNECT_MS),
};

/** The bus on Redis. A connection that subscribes can do nothing else, so there are two. */
export class RedisBus implements Bus {
  /** Sent along, so that a process leaves its own signals out. */
  private readonly self = randomUUID();
  private readonly pace: BusPace;
  private readonly publisher: Redis;
  private readonly subscriber: Redis;
  private readonly signals = new MergedCalls(() => this.send());
  private onSignal: () => void = () => undefined;
  private cancelBeat: () => void = () => undefined;

  constructor({ url, log, pace = BUS_PACE }: BusSettings) {
    const options = { ...OPTIONS, commandTimeout: pace.answerMs };
    this.pace = pace;
    this.publisher = new Redis(url, options);
    this.subscriber = new Redis(url, { ...options, autoResubscribe: false });
    for (const connection of [this.publisher, this.subscriber]) {
      connection.on('error', (error: Error) => {
        log.debug({ err: error }, 'the bus lost its connection');
      });
    }
  }

  publish(): void {
    this.signals.request();
  }

  subscribe(onSignal: () => void): void {
    this.onSignal = onSignal;
    this.subscriber.on('message', (_channel: string, sender: string) => {
      if (sender !== this.self) this.onSignal();
    });
    this.subscriber.on('ready', () => {
      void this.listen();
    });
    this.publisher.on('ready', () => {
      this.publish();
    });
    for (const connection of [this.publisher, this.subscriber]) {
      // It goes on trying by itself; that the first attempt failed is told as an error event.
      connection.connect().catch(() => undefined);
    }
  }

  close(): Promise<void> {
    // What is still on its way may arrive.
    this.onSignal = () => undefined;
    this.cancelBeat();
    this.publisher.disconnect();
    this.subscriber.disconnect();
    return Promise.resolve();
  }

  private async listen(): Promise<void> {
    try {
      await this.subscriber.subscribe(CHANNEL);
      this.beatLater();
      this.onSignal();
    } catch {
      renew(this.subscriber);
    }
  }

  private beatLater(): void {
    this.cancelBeat();
    this.cancelBeat = realTimer.after(this.pace.heartbeatMs, () => {
      this.subscriber.ping().then(
        () => {
          this.beatLater();
        },
        () => {
          renew(this.subscriber);
        },
      );
    });
  }

  private async send(): Promise<void> {
    if (this.publisher.status !== 'ready') return;
    try {
      await this.publisher.publish(CHANNEL, this.self);
    } catch (error) {
      if (!isAnswer(error)) renew(this.publisher);
    }
  }
}

/** A connection that gives no answer is of no use: it begins again with a new one. */
function renew(connection: Redis): void {
  if (connection.status === 'ready') connection.disconnect(true);
}

/** Whether Redis itself refused, which it would do on any connection. */
function isAnswer(error: unknown): boolean {
  return error instanceof Error && error.name === 'ReplyError';
}
