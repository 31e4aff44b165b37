-- Our TikTok accounts. Coins are whole numbers, times are milliseconds of UTC.
create table accounts (
    name          text    not null primary key,
    used_alone    integer not null default 0,
    exposure_cap  bigint  not null,
    standard      integer not null default 0,
    shut_code     text,
    shut_sentence text,
    shut_at       bigint,
    created_at    bigint  not null
);

create unique index accounts_one_standard on accounts (standard) where standard = 1;

-- Why an account was shut and who opened it again, and why. Append-only while the account lives.
create table account_history (
    id       text   not null primary key,
    account  text   not null references accounts (name) on delete cascade,
    at       bigint not null,
    what     text   not null,
    code     text,
    sentence text   not null
);

create index account_history_by_account on account_history (account, at);

-- The session of an account, sealed with a key of its own; that key is wrapped by the master key.
create table account_sessions (
    account     text   not null primary key references accounts (name) on delete cascade,
    wrapped_key bytea  not null,
    sealed      bytea  not null,
    saved_at    bigint not null
);
