-- The favourite streamers, and whether they were on air when somebody last looked. Times are milliseconds of UTC.
create table streamers (
    name     text   not null primary key,
    note     text   not null default '',
    added_at bigint not null,
    on_air   integer,
    seen_at  bigint
);

-- Numbers of what is told to who watches increase over restarts, and when the clock is set back: all below are used.
create table news_numbers (
    only_one integer not null primary key check (only_one = 1),
    below    bigint  not null
);

-- Lists of sends by when they were asked for.
create index sends_by_time on sends (queued_at, id);
