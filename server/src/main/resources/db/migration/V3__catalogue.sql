-- What LIVEs told about gifts; it corrects the seed. Coins are whole numbers, times are milliseconds of UTC.
create table gifts_learned (
    id      bigint  not null primary key,
    name    text    not null,
    coins   bigint  not null,
    combo   integer,
    picture text,
    seen_at bigint  not null
);
