-- What the owner agreed to before a real platform is let in: which host, how many coins a day at most, whose word it is.
create table consents (
    host      text   not null primary key,
    daily_cap bigint not null check (daily_cap > 0),
    by_member text   not null,
    at        bigint not null,
    accounts  text   not null
);

-- Who asked for a send; null for those of before.
alter table sends add column member text;

create index sends_by_member on sends (member, id) where member is not null;
