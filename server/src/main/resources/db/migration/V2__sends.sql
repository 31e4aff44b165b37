-- The queue and the sends themselves. Coins are whole numbers, times are milliseconds of UTC, CPS is in thousandths.
create table sends (
    id              text    not null primary key,
    idempotency_key text    unique,
    body_hash       text    not null,
    streamer        text    not null,
    account         text    not null,
    gift_asked      text    not null,
    gift_id         bigint,
    gift_name       text    not null,
    price           bigint,
    quantity        integer not null,
    cps_milli       integer not null,
    max_coins       bigint,
    not_after       bigint,
    state           text    not null,
    armed           integer not null default 0,
    confirmed       integer not null default 0,
    unknown_gifts   integer not null default 0,
    excess          integer not null default 0,
    presses         integer not null default 0,
    by_response     integer not null default 0,
    by_echo         integer not null default 0,
    balance_agrees  integer,
    balance_before  bigint,
    balance_after   bigint,
    pace_milli      integer,
    reason_code     text,
    reason_sentence text,
    queued_at       bigint  not null,
    first_press_at  bigint,
    finished_at     bigint
);

-- At most one send per account at work with permits armed: the database holds it, no code has to remember it.
create unique index sends_one_at_work on sends (account)
    where state in ('SENDING', 'SETTLING') or (state = 'PREPARING' and armed > 0);

create index sends_by_state on sends (state, id);
create index sends_by_account on sends (account, id);

-- What was armed, asked, answered and seen. Append-only.
create table send_journal (
    send_id text    not null references sends (id),
    seq     integer not null,
    at      bigint  not null,
    kind    text    not null,
    line    text    not null,
    primary key (send_id, seq)
);
