-- What was last known of an account's log-in: by a check, by a LIVE that was opened, by a log-in.
create table account_health (
    account    text    not null primary key references accounts (name) on delete cascade,
    logged_in  integer not null,
    said       text    not null,
    user_id    text,
    coins      bigint,
    coins_at   bigint,
    seen_at    bigint  not null,
    proved_at  bigint
);
