-- How waiting sends take turns: within an account high before normal before low (0, 1, 2), then the oldest.
alter table sends add column priority integer not null default 1;

-- What comes next of an account, and what is too late next: each is the first row of an index.
create index sends_waiting on sends (account, priority, id) where state = 'QUEUED';
create index sends_waiting_until on sends (not_after) where state = 'QUEUED' and not_after is not null;

-- Whose waiting sends are held back; the row without a name holds all of them. A pause outlives the daemon.
create table queue_pauses (
    account text   not null primary key,
    at      bigint not null
);
