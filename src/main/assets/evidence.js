// Writing with a script: what is written is saved by itself, and kept in this tab until it is.

const form = document.querySelector('[data-autosave]')
const status = form.querySelector('[data-status]')
const notice = document.querySelector('[data-notice]')
const place = `espalier:unsaved:${location.pathname}`
const pause = 1200
let saved = fields()
let timer
let wait = 0
let sending = false

function fields () {
  const data = body()
  data.delete('_csrf')
  data.delete('then')
  return data.toString()
}

// the files go with the form, not with every word
function body () {
  const data = new FormData(form)
  data.delete('files')
  return new URLSearchParams(data)
}

function keep (text) {
  try {
    if (text) sessionStorage.setItem(place, text)
    else sessionStorage.removeItem(place)
  } catch {
    // without storage it lives as long as the page
  }
}

function say (word) {
  status.textContent = status.dataset[word]
  status.dataset.state = word
  if (word === 'doubt') {
    // the note may be far above what is being written
    const link = document.createElement('a')
    link.className = 'govuk-link'
    link.href = '#notice'
    link.textContent = status.dataset.look
    status.append(' ', link)
  }
}

async function save () {
  const now = fields()
  if (sending || now === saved) return
  sending = true
  say('saving')
  try {
    const answer = await fetch(form.dataset.autosave, {
      method: 'POST',
      body: body(),
      headers: { Accept: 'text/html' },
      redirect: 'manual'
    })
    if (answer.status === 204) {
      saved = now
      wait = 0
      notice.replaceChildren()
      if (fields() === saved) {
        keep(null)
        say('saved')
      }
    } else if (answer.status === 422) {
      // shown once; the next change sends it again
      saved = now
      notice.innerHTML = await answer.text()
      say('doubt')
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
document.addEventListener('change', event => {
  if (event.target.id === 'decided') later(0)
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
choice.addEventListener('change', event => {
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
  // nothing was kept
}
