// A form that saves itself: whatever changes in it is sent as it stands, a moment after the last key. What could not be
// saved is kept in this tab, comes back with the page, and is sent again by itself.

const form = document.querySelector('form[data-autosave]')
const status = form.querySelector('[data-status]')
const notice = document.querySelector('[data-notice]')
const place = `espalier:unsaved:${location.pathname}`
const pause = 800
let saved = fields()
let timer
let wait = 0
let sending = false

// files go with the form, not with every word
function body () {
  const data = new FormData(form)
  data.delete('files')
  data.set('do', 'autosave')
  return new URLSearchParams(data)
}

// names with a line before them are the form's own
function fields () {
  const data = body()
  for (const name of [...data.keys()]) if (name.startsWith('_')) data.delete(name)
  return data.toString()
}

function keep (text) {
  try {
    if (text) sessionStorage.setItem(place, text)
    else sessionStorage.removeItem(place)
  } catch {
    // without storage it lives as long as the page
  }
}

function say (word, text) {
  status.textContent = text ?? status.dataset[word]
  status.dataset.state = word
}

// What stands in the way: a note above the form, which may be far from what is being written, or a sentence
function refused (text) {
  if (!notice) return say('failed', text)
  notice.innerHTML = text
  say('doubt')
  const link = document.createElement('a')
  link.className = 'govuk-link'
  link.href = '#notice'
  link.textContent = status.dataset.look
  status.append(' ', link)
}

async function save () {
  const now = fields()
  if (sending || now === saved) return
  sending = true
  say('saving')
  try {
    const answer = await fetch(form.dataset.autosave || form.action, {
      method: 'POST',
      body: body(),
      headers: { Accept: notice ? 'text/html' : 'text/plain' },
      redirect: 'manual'
    })
    if (answer.status === 204) {
      saved = now
      wait = 0
      notice?.replaceChildren()
      if (fields() === saved) {
        keep(null)
        say('saved')
      }
    } else if (answer.status === 422) {
      // said once; the next change sends it again
      saved = now
      wait = 0
      refused(await answer.text())
    } else if (answer.status === 403 && performance.now() > 5000) {
      // signed out in the meantime: the page leads to sign-in and back, and puts in what was kept
      keep(now)
      location.reload()
    } else {
      again()
    }
  } catch {
    again()
  } finally {
    sending = false
  }
  if (wait === 0 && fields() !== saved) later(pause)
}

function again () {
  say('failed')
  wait = Math.min(Math.max(2000, wait * 2), 30000)
  later(wait)
}

function later (millis) {
  clearTimeout(timer)
  timer = setTimeout(save, millis)
}

form.addEventListener('input', () => {
  keep(fields())
  later(pause)
})
// also what stands outside the form and belongs to it
document.addEventListener('change', event => {
  if (event.target.form === form && event.target.type !== 'file') later(0)
})
addEventListener('online', save)
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') save()
})
form.addEventListener('submit', () => {
  clearTimeout(timer)
  keep(null)
})

// A file that is too large is said to be before it has been sent
const choice = form.querySelector('[data-files]')
choice?.addEventListener('change', event => {
  const largest = Number(choice.dataset.largest) * 1024 * 1024
  const tooLarge = [...event.target.files].filter(file => file.size > largest)
  choice.querySelector('[data-refused]')?.remove()
  if (tooLarge.length) {
    const message = document.createElement('p')
    message.className = 'govuk-error-message'
    message.dataset.refused = ''
    message.setAttribute('role', 'alert')
    message.textContent = choice.dataset.tooLarge.replace('#', tooLarge.map(file => file.name).join(', '))
    event.target.before(message)
    event.target.value = ''
  }
})

// What an earlier visit could not save
try {
  const kept = sessionStorage.getItem(place)
  if (kept) {
    for (const [name, value] of new URLSearchParams(kept)) {
      const field = form.elements.namedItem(name)
      if (field instanceof RadioNodeList) field.value = value
      else if (field && field.type !== 'hidden' && field.type !== 'checkbox') field.value = value
    }
    if (fields() !== saved) later(0)
    else keep(null)
  }
} catch {
  keep(null)
}

// Words typed before this script was there
const isTyped = field => 'defaultValue' in field && !['hidden', 'checkbox', 'radio', 'file'].includes(field.type) && field.value !== field.defaultValue
if ([...form.elements].some(isTyped)) {
  saved = ''
  keep(fields())
  later(0)
}

// Reloading a page that came back with errors asks for it anew instead of sending its old words again
history.replaceState(null, '', location.href)
