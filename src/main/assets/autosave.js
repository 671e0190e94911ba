// A form that saves itself: whatever changes in it is sent as it stands, a moment after the last key. What could not be
// saved is kept in this tab, comes back with the page, and is sent again by itself.

const form = document.querySelector('form[data-autosave]')
const status = form.querySelector('[data-status]')
const place = `espalier:unsaved:${location.pathname}`
let changes = 0
let timer
let pause = 0

const fields = () => [...new FormData(form)].filter(([name]) => !name.startsWith('_'))

function keep(entries) {
  try {
    if (entries) sessionStorage.setItem(place, JSON.stringify(entries))
    else sessionStorage.removeItem(place)
  } catch {
    // without storage the words live as long as the page
  }
}

function say(word, text) {
  status.textContent = text ?? status.dataset[word]
  status.dataset.state = word
}

async function send() {
  const sent = changes
  const body = new URLSearchParams(new FormData(form))
  body.set('do', 'autosave')
  try {
    const answer = await fetch(form.action, { method: 'POST', body, redirect: 'error', headers: { Accept: 'text/plain' } })
    if (answer.status === 403 && performance.now() > 5000) return location.reload()
    if (answer.status !== 204 && answer.status !== 422) throw new Error(answer.status)
    pause = 0
    if (sent !== changes) return
    if (answer.status === 204) {
      keep(null)
      say('saved')
    } else say('failed', await answer.text())
  } catch {
    say('failed')
    pause = Math.min(Math.max(2000, pause * 2), 30000)
    clearTimeout(timer)
    timer = setTimeout(send, pause)
  }
}

function changed(delay) {
  changes++
  keep(fields())
  say('saving')
  clearTimeout(timer)
  timer = setTimeout(send, delay)
}

form.addEventListener('input', () => changed(800))
form.addEventListener('change', () => changed(0))
form.addEventListener('submit', () => {
  clearTimeout(timer)
  keep(null)
})
addEventListener('online', send)

// Words that an earlier visit could not save
try {
  const kept = JSON.parse(sessionStorage.getItem(place))
  if (kept) {
    for (const [name, value] of kept) {
      const field = form.elements.namedItem(name)
      if (field && field.type !== 'hidden' && field.type !== 'checkbox') field.value = value
    }
    changed(0)
  }
} catch {
  keep(null)
}

// Words typed before this script was there
const isTyped = field => 'defaultValue' in field && field.type !== 'hidden' && field.type !== 'checkbox' && field.value !== field.defaultValue
if ([...form.elements].some(isTyped)) changed(0)

// Reloading a page that came back with errors asks for it anew instead of sending its old words again
history.replaceState(null, '', location.href)
