// The same from a shared worker, which outlives its page.
onconnect = (event) => {
  event.ports[0].onmessage = (message) => {
    fetch("/webcast/gift/send/?aid=1988&X-Bogus=stray", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: message.data,
    });
  };
};
