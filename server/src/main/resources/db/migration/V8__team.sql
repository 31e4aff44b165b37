-- Who uses Cadeau. A password is kept as its Argon2id hash alone, with its salt and its parameters. Times are milliseconds of UTC.
create table members (
    name          text   not null primary key,
    role          text   not null,
    password_hash text   not null,
    created_at    bigint not null,
    created_by    text   not null,
    password_at   bigint not null
);

-- A log-in that goes on: one family of refresh tokens. Ended ones are deleted, and what hangs on them falls with them.
-- The member "owner" has no row above: it is who came by the token of the home, or by a link that this token made.
create table member_sessions (
    id         text   not null primary key,
    member     text   not null,
    made_at    bigint not null,
    used_at    bigint not null,
    ends_at    bigint not null,
    user_agent text   not null
);

create index member_sessions_by_member on member_sessions (member, made_at);

-- Each works once; a used one stays, to be known when it comes again. Only hashes are kept.
create table refresh_tokens (
    hash    text   not null primary key,
    session text   not null references member_sessions (id) on delete cascade,
    made_at bigint not null,
    used_at bigint
);

create index refresh_tokens_by_session on refresh_tokens (session);

-- Who did what, for ever: log-ins, members, consent, settled reviews, accounts opened again. Append-only; ids sort by time.
create table audit (
    id      text   not null primary key,
    at      bigint not null,
    who     text   not null,
    what    text   not null,
    subject text   not null,
    detail  text   not null
);
