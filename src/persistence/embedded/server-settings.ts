/** The port in the socket's name; nothing listens on a network. */
export const SOCKET_PORT = 5432;

/** What of the server's settings depends on the start. */
export interface ServerSettings {
  socketFolder: string;
  /** Whether a commit outlives a crash of the machine. Only tests may do without. */
  durable: boolean;
}

const FIXED = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  port: String(SOCKET_PORT),
  max_connections: '100',
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  max_wal_size: '1GB',
  random_page_cost: '1.1',
  // Short statements: compiling them costs more than it saves.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_destination: 'stderr',
  log_min_messages: 'warning',
  // Refused statements are the caller's to report; here they would fill the disk.
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
} as const;

const WITHOUT_DURABILITY = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: '200',
} as const;

/** The settings as arguments of the `postgres` program. */
export function settingArguments({ socketFolder, durable }: ServerSettings): string[] {
  const settings = {
    ...FIXED,
    unix_socket_directories: quote(socketFolder),
    ...(durable ? {} : WITHOUT_DURABILITY),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** The setting is a list: a path with a comma or a space would be taken apart. */
function quote(path: string): string {
  return `"${path.replaceAll('"', '""')}"`;
}
