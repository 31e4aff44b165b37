-- The book of coins: double entry, append-only. The postings of an entry sum to zero; balances are computed, never set.
-- Coins are whole numbers, times are milliseconds of UTC. Entries are numbered without a gap, and each one's hash covers
-- the one before it, so that what was changed or taken out shows.
create table ledger_head (
    id   integer not null primary key,
    seq  bigint  not null,
    hash text    not null
);

insert into ledger_head (id, seq, hash) values (1, 0, '');

create table ledger_entries (
    seq     bigint not null primary key,
    at      bigint not null,
    kind    text   not null,
    account text   not null,
    send    text   not null default '',
    note    text   not null,
    hash    text   not null
);

create index ledger_entries_by_account on ledger_entries (account, at);

-- A send reserves its coins once; code need not remember it.
create unique index ledger_one_hold on ledger_entries (send) where kind = 'HELD';

create index ledger_entries_by_send on ledger_entries (send) where send <> '';

create table ledger_postings (
    entry    bigint  not null references ledger_entries (seq),
    line     integer not null,
    at       bigint  not null,
    book     text    not null,
    account  text    not null,
    streamer text    not null default '',
    send     text    not null default '',
    coins    bigint  not null check (coins <> 0),
    primary key (entry, line)
);

create index ledger_postings_by_account on ledger_postings (account, book, at, coins);
create index ledger_postings_by_send on ledger_postings (send) where send <> '';
create index ledger_postings_by_time on ledger_postings (book, at, account, streamer, coins);

-- What a wallet was last read to hold.
create table wallet_readings (
    account text   not null primary key,
    coins   bigint not null,
    source  text   not null,
    at      bigint not null
);

-- What may be spent; null coins: no limit. What is not here has the default of the program.
create table budgets (
    scope   text   not null,
    subject text   not null,
    period  text   not null,
    coins   bigint,
    primary key (scope, subject, period)
);
